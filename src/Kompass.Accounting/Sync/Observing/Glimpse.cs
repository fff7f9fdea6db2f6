namespace Kompass.Accounting;

/// <summary>What was read to see whether anything has changed: whoever observes everything need not read it again.</summary>
internal sealed record Glimpse
{
    /// <summary>Where the sources were reached, when nothing has changed; otherwise null.</summary>
    public SourceProgress? Still { get; init; }

    /// <summary>The organisation; null when it was not read.</summary>
    public LedgerOrganisation? Organisation { get; init; }

    /// <summary>The contacts that were changed; null when they were not read.</summary>
    public ContactChanges? Contacts { get; init; }
}
