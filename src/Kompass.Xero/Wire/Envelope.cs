using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>The frame of every answer of the Accounting API. Some answers leave out all of it but the records.</summary>
internal sealed record Envelope
{
    /// <summary>Xero said that nothing changed since the watermark, and sent nothing.</summary>
    [JsonIgnore]
    public bool IsUnchanged { get; init; }

    public string? Status { get; init; }

    public PaginationDto? Pagination { get; init; }

    public IReadOnlyList<ContactDto>? Contacts { get; init; }

    public IReadOnlyList<InvoiceDto>? Invoices { get; init; }

    public IReadOnlyList<CreditNoteDto>? CreditNotes { get; init; }

    public IReadOnlyList<AllocationDto>? Allocations { get; init; }

    public IReadOnlyList<ManualJournalDto>? ManualJournals { get; init; }

    public IReadOnlyList<ItemDto>? Items { get; init; }

    public IReadOnlyList<AccountDto>? Accounts { get; init; }

    public IReadOnlyList<TaxRateDto>? TaxRates { get; init; }

    public IReadOnlyList<CurrencyDto>? Currencies { get; init; }

    public IReadOnlyList<OrganisationDto>? Organisations { get; init; }

    public IReadOnlyList<ActionDto>? Actions { get; init; }

    public IReadOnlyList<ReminderSettingsDto>? InvoiceReminders { get; init; }
}

internal sealed record PaginationDto
{
    public int? Page { get; init; }

    public int? PageSize { get; init; }

    public int? PageCount { get; init; }

    public int? ItemCount { get; init; }
}
