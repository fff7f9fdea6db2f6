namespace Kompass.Accounting;

/// <summary>One intended change of the ledger, from the intent to the outcome. Its identity never changes.</summary>
public sealed record Operation
{
    /// <summary>Its id.</summary>
    public required OperationId Id { get; init; }

    /// <summary>The configuration on whose behalf.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>The run that intended it.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The Kompass record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>What it does.</summary>
    public required OperationAction Action { get; init; }

    /// <summary>The document's kind; null for contacts.</summary>
    public DocumentKind? DocumentKind { get; init; }

    /// <summary>What makes the effect findable: contact number, document number, journal marker.</summary>
    public required string NaturalKey { get; init; }

    /// <summary>Hash of the Kompass record, with its algorithm's version.</summary>
    public required string RecordHash { get; init; }

    /// <summary>Names the attempt; belongs to this attempt of this call alone.</summary>
    public required IdempotencyKey AttemptKey { get; init; }

    /// <summary>Where it stands.</summary>
    public required OperationState State { get; init; }

    /// <summary>When the intent was committed: nothing was sent before.</summary>
    public required DateTimeOffset IntendedAt { get; init; }

    /// <summary>When the outcome became known; null while it is not.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The id in the ledger: known beforehand for changes, afterwards for creations.</summary>
    public string? RemoteId { get; init; }

    /// <summary>By what its effect is recognised; null for contacts.</summary>
    public OperationEvidence? Evidence { get; init; }

    /// <summary>Why it failed or is unknown; null otherwise.</summary>
    public string? Error { get; init; }
}
