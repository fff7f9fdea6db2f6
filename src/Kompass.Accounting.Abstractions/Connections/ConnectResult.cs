namespace Kompass.Accounting;

/// <summary>What came of an authorisation.</summary>
public sealed record ConnectResult
{
    /// <summary>What came of it.</summary>
    public required ConnectOutcome Outcome { get; init; }

    /// <summary>What to tell the administrator.</summary>
    public required string Message { get; init; }

    /// <summary>The configuration; null when the response belongs to no authorisation that was begun here.</summary>
    public ConfigurationId? ConfigurationId { get; init; }

    /// <summary>The connection made, or the one to confirm; null otherwise.</summary>
    public RemoteConnection? Connection { get; init; }

    /// <summary>The names of the other organisations that were granted in the same consent and are not used.</summary>
    public IReadOnlyList<string> OtherOrganisations { get; init; } = [];

    /// <summary>The permissions that were asked for and not granted, in the ledger's words.</summary>
    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    /// <summary>The local path to return to; null for none.</summary>
    public string? ReturnPath { get; init; }
}
