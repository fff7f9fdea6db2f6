namespace Kompass.Accounting;

/// <summary>What a reviewer decided about a row, other than linking it.</summary>
public enum ReviewDecision
{
    /// <summary>The client has no contact: the sync is to create one.</summary>
    Create,

    /// <summary>The client or contact is to be left alone.</summary>
    Ignore,
}
