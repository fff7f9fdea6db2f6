using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>The kinds of records that this package reads and writes.</summary>
internal static class XeroResources
{
    public static readonly XeroResource<ContactDto, ContactWrite> Contacts = new()
    {
        Path = "Contacts",
        Records = e => e.Contacts,
        Frame = sent => new() { Contacts = sent },
        Id = c => c.ContactID,
        NaturalKey = c => Key(c.ContactNumber) ?? Key(c.Name),
        SentId = c => c.ContactID,
        SentKey = c => Key(c.ContactNumber) ?? Key(c.Name),
        StableOrder = "ContactID",
    };

    public static readonly XeroResource<InvoiceDto, InvoiceWrite> Invoices = new()
    {
        Path = "Invoices",
        Records = e => e.Invoices,
        Frame = sent => new() { Invoices = sent },
        Id = i => i.InvoiceID,
        NaturalKey = i => Key(i.InvoiceNumber),
        SentId = i => i.InvoiceID,
        SentKey = i => Key(i.InvoiceNumber),
        HasUnitAmounts = true,
        StableOrder = "InvoiceID",
    };

    public static readonly XeroResource<CreditNoteDto, CreditNoteWrite> CreditNotes = new()
    {
        Path = "CreditNotes",
        Records = e => e.CreditNotes,
        Frame = sent => new() { CreditNotes = sent },
        Id = c => c.CreditNoteID,
        NaturalKey = c => Key(c.CreditNoteNumber),
        SentId = c => c.CreditNoteID,
        SentKey = c => Key(c.CreditNoteNumber),
        HasUnitAmounts = true,
    };

    public static readonly XeroResource<ManualJournalDto, ManualJournalWrite> ManualJournals = new()
    {
        Path = "ManualJournals",
        Records = e => e.ManualJournals,
        Frame = sent => new() { ManualJournals = sent },
        Id = j => j.ManualJournalID,
        NaturalKey = j => Marker(j.Narration),
        SentId = j => j.ManualJournalID,
        SentKey = j => Marker(j.Narration),
    };

    public static readonly XeroResource<ItemDto, ItemWrite> Items = new()
    {
        Path = "Items",
        Records = e => e.Items,
        Frame = sent => new() { Items = sent },
        Id = i => i.ItemID,
        NaturalKey = i => Key(i.Code),
        SentId = i => i.ItemID,
        SentKey = i => Key(i.Code),
        IsPaged = false,
        HasUnitAmounts = true,
    };

    public static readonly XeroResource<AccountDto, NotWritten> Accounts = ReadOnly("Accounts", e => e.Accounts, a => a.AccountID);

    public static readonly XeroResource<TaxRateDto, NotWritten> TaxRates = ReadOnly("TaxRates", e => e.TaxRates, t => t.TaxType);

    public static readonly XeroResource<CurrencyDto, NotWritten> Currencies = ReadOnly("Currencies", e => e.Currencies, c => c.Code);

    public static readonly XeroResource<OrganisationDto, NotWritten> Organisation =
        ReadOnly("Organisation", e => e.Organisations, o => o.OrganisationID);

    public static readonly XeroResource<ActionDto, NotWritten> Actions = ReadOnly("Organisation/Actions", e => e.Actions, a => a.Name);

    public static readonly XeroResource<ReminderSettingsDto, NotWritten> Reminders =
        ReadOnly("InvoiceReminders/Settings", e => e.InvoiceReminders, _ => "Settings");

    private static XeroResource<TRead, NotWritten> ReadOnly<TRead>(
        string path, Func<Envelope, IReadOnlyList<TRead>?> records, Func<TRead, string?> id)
        where TRead : class => new()
        {
            Path = path,
            Records = records,
            Frame = _ => throw new NotSupportedException($"{path} is read only."),
            Id = id,
            NaturalKey = id,
            SentId = _ => null,
            SentKey = _ => null,
            IsPaged = false,
        };

    // The marker at the end of a narration outlives whatever is done to its blanks and line ends.
    private static string? Marker(string? narration)
    {
        var text = Key(narration);
        return text is not null && text.EndsWith(']') && text.LastIndexOf('[') is >= 0 and var start ? text[start..] : text;
    }

    private static string? Key(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Stands for the content of a record that is never written.</summary>
internal sealed record NotWritten;
