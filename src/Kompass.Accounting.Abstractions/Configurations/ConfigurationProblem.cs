namespace Kompass.Accounting;

/// <summary>What is wrong with one setting of a configuration.</summary>
/// <param name="Setting">The name of the member of <see cref="SyncConfiguration"/> or of its settings.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record ConfigurationProblem(string Setting, string Message);
