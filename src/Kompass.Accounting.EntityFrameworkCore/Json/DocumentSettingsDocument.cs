namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class DocumentSettingsDocument
{
    private static readonly DocumentSettings Defaults = new();

    public LineAmountTypes LineAmountTypes { get; set; } = Defaults.LineAmountTypes;

    public DocumentStatus InvoiceStatus { get; set; } = Defaults.InvoiceStatus;

    public DocumentStatus CreditNoteStatus { get; set; } = Defaults.CreditNoteStatus;

    public DocumentStatus JournalStatus { get; set; } = Defaults.JournalStatus;

    public string NumberTemplate { get; set; } = Defaults.NumberTemplate;

    public string ReferenceTemplate { get; set; } = Defaults.ReferenceTemplate;

    public bool HoldUnmappedNominals { get; set; } = Defaults.HoldUnmappedNominals;

    public DateOnly? VatFiledTo { get; set; }

    public bool RedateLockedJournals { get; set; } = Defaults.RedateLockedJournals;

    public DifferencePolicy Differences { get; set; } = Defaults.Differences;

    public string? RoundingAccountId { get; set; }

    public decimal RoundingLimit { get; set; } = Defaults.RoundingLimit;

    public decimal TaxAmountTolerance { get; set; } = Defaults.TaxAmountTolerance;

    public static DocumentSettingsDocument From(DocumentSettings settings) => new()
    {
        LineAmountTypes = settings.LineAmountTypes,
        InvoiceStatus = settings.InvoiceStatus,
        CreditNoteStatus = settings.CreditNoteStatus,
        JournalStatus = settings.JournalStatus,
        NumberTemplate = settings.NumberTemplate,
        ReferenceTemplate = settings.ReferenceTemplate,
        HoldUnmappedNominals = settings.HoldUnmappedNominals,
        VatFiledTo = settings.VatFiledTo,
        RedateLockedJournals = settings.RedateLockedJournals,
        Differences = settings.Differences,
        RoundingAccountId = settings.RoundingAccountId,
        RoundingLimit = settings.RoundingLimit,
        TaxAmountTolerance = settings.TaxAmountTolerance,
    };

    public DocumentSettings ToRecord() => new()
    {
        LineAmountTypes = LineAmountTypes,
        InvoiceStatus = InvoiceStatus,
        CreditNoteStatus = CreditNoteStatus,
        JournalStatus = JournalStatus,
        NumberTemplate = NumberTemplate,
        ReferenceTemplate = ReferenceTemplate,
        HoldUnmappedNominals = HoldUnmappedNominals,
        VatFiledTo = VatFiledTo,
        RedateLockedJournals = RedateLockedJournals,
        Differences = Differences,
        RoundingAccountId = RoundingAccountId,
        RoundingLimit = RoundingLimit,
        TaxAmountTolerance = TaxAmountTolerance,
    };
}
