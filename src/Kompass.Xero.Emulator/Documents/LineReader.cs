using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Reads the lines of an invoice or a credit note and computes their amounts.</summary>
internal sealed class LineReader(AccountingCall call, EmulatedDocument document, ElementOutcome<EmulatedDocument> outcome)
{
    private bool IsLenient => document.Status == "DRAFT";

    public EmulatedLine Read(JsonObject sent, EmulatedDocument? existing)
    {
        var known = sent.Id("LineItemID") is { } id ? Known(existing, id) : null;
        var item = Item(sent);
        var account = Account(sent, item, known);
        var (discountRate, discountAmount) = Discount(sent, known);
        var line = (known ?? new EmulatedLine { Id = call.Context.Ids.Next() }) with
        {
            ItemCode = sent.TextOr("ItemCode", known?.ItemCode),
            Description = sent.TextOr("Description", known?.Description ?? (document.IsSales ? item?.Description : item?.PurchaseDescription ?? item?.Name)),
            AccountId = account?.Id,
            AccountCode = account?.Code,
            TaxType = TaxType(sent, item, account, known),
            DiscountRate = discountRate,
            DiscountAmount = discountAmount,
            Tracking = TrackingReader.Read(call.State, sent, call.Switches.OmittedTrackingIsKept ? known?.Tracking ?? [] : [], outcome.Refuse),
        };
        return WithTax(WithAmount(line, sent, item, known), sent.Number("TaxAmount"));
    }

    /// <summary>The tax by the line's rate, or the amount that was sent instead.</summary>
    public EmulatedLine WithTax(EmulatedLine line, decimal? sent)
    {
        if (document.LineAmountTypes == "NoTax")
        {
            return line with { TaxType = "NONE", TaxAmount = 0.00m };
        }

        var rate = line.TaxType is { } type ? call.State.TaxRate(type)?.Rate ?? 0 : 0;
        var exact = document.LineAmountTypes == "Inclusive" ? line.LineAmount * rate / (100 + rate) : line.LineAmount * rate / 100;
        return line with { TaxAmount = sent is { } amount && call.Switches.StatedTaxIsKept ? Amounts.Money(amount) : Amounts.Tax(exact, call.Switches.NegativeHalves) };
    }

    private EmulatedLine? Known(EmulatedDocument? existing, Guid id)
    {
        var known = existing?.Lines.Find(line => line.Id == id);
        if (known is null)
        {
            outcome.Refuse($"The line item {id} does not belong to this document.");
        }

        return known;
    }

    private EmulatedLine WithAmount(EmulatedLine line, JsonObject sent, EmulatedItem? item, EmulatedLine? known)
    {
        var price = document.IsSales ? item?.SalesUnitPrice : item?.PurchaseUnitPrice;
        var stated = sent.Number("LineAmount");
        var unit = sent.Number("UnitAmount");
        var quantity = sent.Number("Quantity");
        if (unit is null && (stated is null || quantity is null))
        {
            unit = known is not null ? known.UnitAmount : stated is null ? price : null;
        }

        if (quantity is null && (stated is null || unit is null or 0))
        {
            quantity = known?.Quantity ?? (unit is null && stated is null ? 0 : 1);
        }

        var factor = 1 - ((line.DiscountRate ?? 0) / 100);
        if (stated is { } amount)
        {
            unit ??= quantity is 0 || factor == 0 ? 0 : (amount + (line.DiscountAmount ?? 0)) / quantity!.Value / factor;
            quantity ??= factor == 0 ? 0 : (amount + (line.DiscountAmount ?? 0)) / unit.Value / factor;
        }

        if (Math.Abs(quantity ?? 0) >= 1_000_000_000m)
        {
            outcome.Refuse("The quantity is too large: it has at most 13 digits, 4 of them decimals.");
        }

        line = line with
        {
            Quantity = Amounts.Scaled(quantity ?? 0, 4),
            UnitAmount = Amounts.Scaled(unit ?? 0, call.UnitDecimals),
        };
        var expected = Amounts.Money((line.Quantity * line.UnitAmount * factor) - (line.DiscountAmount ?? 0));
        if (stated is { } sentAmount && sent.Sent("UnitAmount") && sent.Sent("Quantity") && Amounts.Money(sentAmount) != expected)
        {
            outcome.Refuse(string.Create(
                CultureInfo.InvariantCulture, $"The line total {Amounts.Money(sentAmount)} does not match the expected line total {expected}"));
        }

        return line with { LineAmount = stated is { } exact && !(sent.Sent("UnitAmount") && sent.Sent("Quantity")) ? Amounts.Money(exact) : expected };
    }

    /// <summary>The discount of a line: a rate or an amount, and the one that is sent replaces the other.</summary>
    private (decimal? Rate, decimal? Amount) Discount(JsonObject sent, EmulatedLine? known)
    {
        var (rate, amount) = (sent.Number("DiscountRate"), sent.Number("DiscountAmount"));
        if (rate is < 0 or > 100)
        {
            outcome.Refuse("The discount rate must be between 0 and 100.");
        }

        if (amount < 0)
        {
            outcome.Refuse("The discount amount cannot be negative.");
        }

        if (rate is not (null or 0) && amount is not (null or 0))
        {
            outcome.Refuse("A line can have a discount rate or a discount amount, not both.");
        }

        return (rate, amount) is (null, null)
            ? (known?.DiscountRate, known?.DiscountAmount)
            : (rate is { } percent ? NullIfZero(Math.Round(percent, 4)) : null, amount is { } off ? NullIfZero(Amounts.Money(off)) : null);
    }

    private EmulatedItem? Item(JsonObject sent)
    {
        if (sent.TextOr("ItemCode", null) is not { } code)
        {
            return null;
        }

        var item = call.State.ItemByCode(code);
        if (item is null)
        {
            outcome.Refuse($"Item code '{code}' is not valid.");
        }

        return item;
    }

    private EmulatedAccount? Account(JsonObject sent, EmulatedItem? item, EmulatedLine? known)
    {
        var state = call.State;
        if (sent.Id("AccountID") is { } id)
        {
            if (state.AccountById(id) is { } named)
            {
                return Usable(named, named.Code ?? named.Name, known);
            }

            outcome.Refuse("Account must be valid.");
            return null;
        }

        if (sent.TextOr("AccountCode", null) is { } code)
        {
            return Usable(state.AccountByCode(code), code, known);
        }

        if (known?.AccountId is { } kept)
        {
            return state.AccountById(kept);
        }

        var fallback = document.IsSales ? item?.SalesAccountCode : item?.PurchaseAccountCode;
        return fallback is null ? null : state.AccountByCode(fallback);
    }

    private EmulatedAccount? Usable(EmulatedAccount? account, string code, EmulatedLine? known)
    {
        var isUsable = account is not null
            && (account.IsActive || known?.AccountId == account.Id)
            && account.Type != "BANK"
            && account.SystemAccount is not ("DEBTORS" or "CREDITORS" or "GST" or "RETAINEDEARNINGS");
        if (isUsable)
        {
            return account;
        }

        if (IsLenient)
        {
            outcome.Warnings.Add($"Account code '{code}' has been removed as it does not match a recognised account.");
        }
        else
        {
            outcome.Refuse($"Account code '{code}' is not a valid code for this document.");
        }

        return null;
    }

    private string? TaxType(JsonObject sent, EmulatedItem? item, EmulatedAccount? account, EmulatedLine? known)
    {
        var isExempt = !call.State.Organisation.PaysTax && call.Switches.UnregisteredOrganisationRefusesTax;
        if (document.LineAmountTypes == "NoTax" || (isExempt && !sent.Sent("TaxType")))
        {
            return "NONE";
        }

        var type = sent.TextOr("TaxType", null) ?? known?.TaxType ?? (document.IsSales ? item?.SalesTaxType : item?.PurchaseTaxType) ?? account?.TaxType;
        if (type is null)
        {
            return null;
        }

        var rate = call.State.TaxRate(type);
        if (rate is not { IsActive: true } && type != known?.TaxType)
        {
            outcome.Refuse($"The TaxType code {type} does not exist or cannot be used for this type of transaction.");
        }
        else if (isExempt && rate is { Rate: > 0 })
        {
            outcome.Refuse($"The TaxType code {type} cannot be used: the organisation is not registered for tax.");
        }
        else if (rate is not null && account is not null && !rate.CanApplyTo(account.Class))
        {
            outcome.Refuse($"The TaxType code '{type}' cannot be used with account code '{account.Code}'.");
        }

        return rate?.TaxType ?? type;
    }

    private static decimal? NullIfZero(decimal value) => value == 0 ? null : value;
}
