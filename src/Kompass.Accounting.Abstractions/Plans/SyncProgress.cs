namespace Kompass.Accounting;

/// <summary>How far a plan or a sync has come.</summary>
/// <param name="Stage">What is being done, for people.</param>
/// <param name="Done">Records done in this stage.</param>
/// <param name="Total">Records in this stage; 0 when not known.</param>
public readonly record struct SyncProgress(string Stage, int Done, int Total);
