namespace Kompass.Accounting;

/// <summary>An account of the ledger.</summary>
public sealed record LedgerAccount
{
    /// <summary>Its id, which never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its code, which people may change; null or empty when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its class.</summary>
    public required AccountClass Class { get; init; }

    /// <summary>The ledger's own word for its type; open.</summary>
    public required string Type { get; init; }

    /// <summary>Its default tax rate; null when it has none.</summary>
    public string? TaxType { get; init; }

    /// <summary>False when it is archived.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The ledger's word for the part it plays in the system; null for ordinary accounts.</summary>
    public string? SystemAccount { get; init; }

    /// <summary>Whether sales documents may post to it.</summary>
    public required bool AcceptsSales { get; init; }

    /// <summary>Whether manual journals may post to it.</summary>
    public required bool AcceptsJournals { get; init; }

    /// <summary>Whether the rounding line of a sales document may post to it.</summary>
    public bool AcceptsRounding { get; init; }

    /// <summary>Code and name, for people.</summary>
    public override string ToString() => string.IsNullOrEmpty(Code) ? Name : $"{Code} {Name}";
}
