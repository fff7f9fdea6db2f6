using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>
/// Finds the cause in Xero's sentences. They carry names and dates in their middle and change in detail, so parts of them are
/// looked for, the most telling first.
/// </summary>
internal static class RefusalReader
{
    private static readonly (string Part, RefusalKind Kind)[] Parts =
    [
        ("end of year lock date", RefusalKind.YearLocked),
        ("lock date", RefusalKind.PeriodLocked),
        ("un-archived", RefusalKind.ContactArchived),
        ("archived contact", RefusalKind.ContactArchived),
        ("the contact number", RefusalKind.NumberTaken),
        ("already assigned to another contact", RefusalKind.NameTaken),
        ("total debits", RefusalKind.Unbalanced),
        ("not subscribed to currency", RefusalKind.CurrencyNotSubscribed),
        ("taxtype", RefusalKind.TaxRateInvalid),
        ("tax type", RefusalKind.TaxRateInvalid),
        ("tax rate", RefusalKind.TaxRateInvalid),
        ("# must be unique", RefusalKind.NumberTaken),
        ("number must be unique", RefusalKind.NumberTaken),
        ("number already exists", RefusalKind.NumberTaken),
        ("not of valid status", RefusalKind.StateForbids),
        ("cannot be edited", RefusalKind.StateForbids),
        ("cannot be applied to the", RefusalKind.StateForbids),
        ("payments or credit notes", RefusalKind.StateForbids),
        ("payment or credit note", RefusalKind.StateForbids),
        ("not found for this endpoint", RefusalKind.NotFound),
        ("could not be found", RefusalKind.NotFound),
        ("not a valid code for this document", RefusalKind.AccountInvalid),
        ("account must be valid", RefusalKind.AccountInvalid),
        ("account code", RefusalKind.AccountInvalid),
        ("account id", RefusalKind.AccountInvalid),
        ("does not match a recognised account", RefusalKind.AccountInvalid),
    ];

    public static Refusal Read(IReadOnlyList<string> messages) => new(Kind(messages), messages);

    private static RefusalKind Kind(IReadOnlyList<string> messages)
    {
        foreach (var (part, kind) in Parts)
        {
            if (messages.Any(m => m.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return RefusalKind.Other;
    }
}
