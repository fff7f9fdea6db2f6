namespace Kompass.Accounting;

/// <summary>A client of a Kompass organisation: becomes a contact in the ledger. Immutable and thread-safe.</summary>
public sealed record Client
{
    /// <summary>The client's key in Kompass.</summary>
    public required ClientId Id { get; init; }

    /// <summary>The Kompass organisation that the client belongs to.</summary>
    public required KompassOrganisationId OrganisationId { get; init; }

    /// <summary>The name on the client's invoices.</summary>
    public required string Name { get; init; }

    /// <summary>The currency in which the client is invoiced.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>First name of the person to write to; null when unknown.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the person to write to; null when unknown.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address for invoices; null when unknown.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Telephone number as typed in Kompass; null when unknown.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Registration number of the company; null when unknown.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>VAT or other tax number; null when unknown.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Billing address; null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>
    /// When it was last changed in Kompass; null where the source does not know. Only the telemetry reads it, to tell how long a change
    /// takes to its record in the ledger.
    /// </summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
