using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>What Xero refuses of an invoice or a credit note as a whole.</summary>
internal static class DocumentRules
{
    public const string NotModifiable = "Invoice not of valid status for modification";

    private const string Settled = "This document cannot be edited as it has a payment or credit note allocated to it.";

    /// <summary>Whether a document may go from one status to another; <see langword="null"/> is a new one.</summary>
    public static bool MayBecome(string? from, string to) => (from, to) switch
    {
        (null, "DRAFT" or "SUBMITTED" or "AUTHORISED") => true,
        ("DRAFT" or "SUBMITTED", "DRAFT" or "SUBMITTED" or "AUTHORISED" or "DELETED") => true,
        ("AUTHORISED", "AUTHORISED" or "VOIDED") => true,
        ("PAID", "PAID") => true,
        _ => false,
    };

    public static void CheckStatus(EmulatedDocument? before, string status, Action<string> refuse)
    {
        if (before is { IsDead: true })
        {
            refuse(NotModifiable);
        }
        else if (status == "VOIDED" && before is { IsSettledInPart: true })
        {
            refuse("The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.");
        }
        else if (!MayBecome(before?.Status, status))
        {
            refuse(before is null ? $"A new document cannot have the status {status}." : NotModifiable);
        }
    }

    public static void CheckLocks(AccountingCall call, DateOnly date, Action<string> refuse)
    {
        var organisation = call.State.Organisation;
        bool Locked(DateOnly? limit) => limit is { } day && (call.Switches.LockDateIsInclusive ? date <= day : date < day);
        if (Locked(organisation.PeriodLockDate))
        {
            refuse($"The document date cannot be before the period lock date, currently set at {Shown(organisation.PeriodLockDate)}");
        }
        else if (Locked(organisation.EndOfYearLockDate))
        {
            refuse($"The document date cannot be before the end of year lock date, currently set at {Shown(organisation.EndOfYearLockDate)}");
        }
    }

    /// <summary>What a document needs once it is more than a draft.</summary>
    public static void CheckApprovable(BooksState state, EmulatedDocument document, Action<string> refuse)
    {
        if (document.Lines.IsEmpty)
        {
            refuse("One or more line items must be specified");
        }

        if (document.Kind == DocumentKind.Invoice && document.DueDate is null)
        {
            refuse("Due date must be specified");
        }

        if (document.Gross < 0)
        {
            refuse("The document total cannot be negative.");
        }

        foreach (var line in document.Lines.Where(line => line.LineAmount != 0 || line.UnitAmount != 0 || line.AccountId is not null))
        {
            if (string.IsNullOrWhiteSpace(line.Description))
            {
                refuse("Description must be specified");
            }

            if (line.AccountId is null)
            {
                refuse("Account code must be specified");
            }

            if (line.TaxType is null)
            {
                refuse("Tax rate must be valid.");
            }
            else if (line.AccountId is { } id && state.AccountById(id) is { } account
                && state.TaxRate(line.TaxType) is { } rate && !rate.CanApplyTo(account.Class))
            {
                refuse($"The TaxType code '{line.TaxType}' cannot be used with account code '{account.Code}'.");
            }
        }
    }

    public static void CheckTexts(EmulatedDocument document, Action<string> refuse)
    {
        if (document.Number?.Length > 255)
        {
            refuse("Invoice # must be no more than 255 characters.");
        }

        if (document.Reference?.Length > 255)
        {
            refuse("Reference must be no more than 255 characters.");
        }

        if (document.Lines.Exists(line => line.Description?.Length > 4000))
        {
            refuse("Description must be no more than 4000 characters.");
        }

        if (document.Lines.Exists(line => Math.Abs(line.LineAmount) > 9_999_999_999.99m))
        {
            refuse("The line amount is too large.");
        }

        if (document.Kind == DocumentKind.CreditNote && document.Lines.Exists(line => line.DiscountRate is not null || line.DiscountAmount is not null))
        {
            refuse("Discounts cannot be used on credit notes.");
        }

        if (document.Type == "ACCPAY" && document.Lines.Exists(line => line.DiscountRate is not null || line.DiscountAmount is not null))
        {
            refuse("Discounts can only be used on sales invoices.");
        }

        CheckUrl(document.Url, refuse);
    }

    public static void CheckUrl(string? url, Action<string> refuse)
    {
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || url.Contains("xero", StringComparison.OrdinalIgnoreCase)))
        {
            refuse("The Url must be a full http or https address and must not contain 'xero'.");
        }
    }

    /// <summary>What may change on a document that has payments or credits: texts, coding and the due date, but no figure.</summary>
    public static void CheckSettled(EmulatedDocument before, EmulatedDocument after, Action<string> refuse)
    {
        var isSame = before.Type == after.Type
            && before.Date == after.Date
            && before.CurrencyCode == after.CurrencyCode
            && before.CurrencyRate == after.CurrencyRate
            && before.LineAmountTypes == after.LineAmountTypes
            && (before.ContactId == after.ContactId || before.AmountCredited == 0)
            && before.Lines.Count == after.Lines.Count
            && before.Lines.Zip(after.Lines).All(pair => pair.First.Quantity == pair.Second.Quantity
                && pair.First.UnitAmount == pair.Second.UnitAmount
                && pair.First.TaxType == pair.Second.TaxType
                && pair.First.TaxAmount == pair.Second.TaxAmount
                && pair.First.LineAmount == pair.Second.LineAmount);
        if (!isSame)
        {
            refuse(Settled);
        }
    }

    private static string Shown(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";
}
