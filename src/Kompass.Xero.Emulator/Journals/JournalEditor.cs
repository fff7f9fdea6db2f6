using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Turns one posted element into a manual journal, checked against everything that Xero checks.</summary>
internal sealed class JournalEditor(AccountingCall call, ElementOutcome<EmulatedJournal> outcome)
{
    public EmulatedJournal Edit(JsonObject sent, EmulatedJournal? before)
    {
        var status = sent.Text("Status")?.ToUpperInvariant() ?? before?.Status ?? "DRAFT";
        CheckStatus(before?.Status, status);
        var journal = (before ?? new EmulatedJournal { Id = call.Context.Ids.Next(), Narration = "" }) with
        {
            Narration = sent.TextOr("Narration", before?.Narration) ?? "",
            Status = status,
            Date = sent.Day("Date") ?? before?.Date ?? call.Today,
            // Not kept on an update: Xero falls back to its default when the member is left out.
            LineAmountTypes = AmountTypes(sent),
            Url = sent.TextOr("Url", before?.Url),
            ShowOnCashBasisReports = sent.Flag("ShowOnCashBasisReports") ?? before?.ShowOnCashBasisReports ?? true,
            UpdatedDateUtc = call.Now,
        };
        if (sent.Children("JournalLines") is { } lines)
        {
            journal = journal with { Lines = [.. lines.Select(line => Line(line, journal))] };
        }

        DocumentRules.CheckLocks(call, journal.Date, outcome.Refuse);
        if (before is not null && before.Date != journal.Date)
        {
            DocumentRules.CheckLocks(call, before.Date, outcome.Refuse);
        }

        if (!journal.IsDead)
        {
            Check(journal);
        }

        return journal;
    }

    private void CheckStatus(string? from, string to)
    {
        var isAllowed = (from, to) switch
        {
            (null, "DRAFT" or "POSTED") => true,
            ("DRAFT", "DRAFT" or "POSTED" or "DELETED") => true,
            ("POSTED", "VOIDED") => true,
            ("POSTED", "POSTED") => call.Switches.PostedJournalsAreEditable,
            _ => false,
        };
        if (!isAllowed)
        {
            outcome.Refuse("Manual journal not of valid status for modification");
        }
    }

    private void Check(EmulatedJournal journal)
    {
        if (string.IsNullOrWhiteSpace(journal.Narration))
        {
            outcome.Refuse("Narration must be specified");
        }

        if (journal.Lines.Count < 2)
        {
            outcome.Refuse("A manual journal must have at least 2 journal lines");
        }

        var withTax = call.Switches.JournalBalanceIncludesTax && journal.LineAmountTypes == "Exclusive";
        decimal Amount(EmulatedJournalLine line) => line.LineAmount + (withTax ? line.TaxAmount : 0);
        var debits = journal.Lines.Select(Amount).Where(amount => amount > 0).Sum() + 0.00m;
        var credits = journal.Lines.Select(Amount).Where(amount => amount < 0).Sum() + 0.00m;
        if (debits + credits != 0)
        {
            outcome.Refuse(string.Create(CultureInfo.InvariantCulture, $"The total debits ({debits}) must equal total credits ({credits})"));
        }

        if (journal.Lines.Exists(line => line.Description?.Length > 4000))
        {
            outcome.Refuse("Description must be no more than 4000 characters.");
        }

        DocumentRules.CheckUrl(journal.Url, outcome.Refuse);
    }

    private EmulatedJournalLine Line(JsonObject sent, EmulatedJournal journal)
    {
        var account = Account(sent, journal.Status == "DRAFT");
        var type = journal.LineAmountTypes == "NoTax" ? "NONE" : sent.TextOr("TaxType", null) ?? account?.TaxType ?? "NONE";
        var rate = call.State.TaxRate(type);
        if (rate is not { IsActive: true })
        {
            outcome.Refuse($"The TaxType code {type} does not exist or cannot be used for this type of transaction.");
        }
        else if (account is not null && !rate.CanApplyTo(account.Class))
        {
            outcome.Refuse($"The TaxType code '{type}' cannot be used with account code '{account.Code}'.");
        }

        if (sent.Number("LineAmount") is null)
        {
            outcome.Refuse("Line amount must be specified");
        }

        var amount = Amounts.Money(sent.Number("LineAmount") ?? 0);
        var percent = rate?.Rate ?? 0;
        var tax = journal.LineAmountTypes switch
        {
            "Exclusive" => amount * percent / 100,
            "Inclusive" => amount * percent / (100 + percent),
            _ => 0,
        };
        return new EmulatedJournalLine
        {
            LineAmount = amount,
            AccountId = account?.Id,
            AccountCode = account?.Code,
            Description = sent.TextOr("Description", null),
            TaxType = rate?.TaxType ?? type,
            TaxAmount = Amounts.Tax(tax, call.Switches.NegativeHalves),
            Tracking = TrackingReader.Read(call.State, sent, [], outcome.Refuse),
        };
    }

    private EmulatedAccount? Account(JsonObject sent, bool isLenient)
    {
        var id = sent.Id("AccountID");
        var code = sent.TextOr("AccountCode", null);
        var account = id is { } named ? call.State.AccountById(named) : code is null ? null : call.State.AccountByCode(code);
        var shown = code ?? account?.Code ?? id?.ToString() ?? "";
        if (account is { IsActive: true })
        {
            if (account.Type is "BANK" or "INVENTORY" || account.SystemAccount is "DEBTORS" or "CREDITORS" or "RETAINEDEARNINGS")
            {
                outcome.Refuse($"Account code '{shown}' is not a valid code for this document.");
            }

            return account;
        }

        if (shown.Length == 0)
        {
            outcome.Refuse("Account code must be specified");
        }
        else if (isLenient)
        {
            outcome.Warnings.Add($"Account code '{shown}' has been removed as it does not match a recognised account.");
        }
        else
        {
            outcome.Refuse($"Account code '{shown}' is not a valid code for this document.");
        }

        return null;
    }

    private string AmountTypes(JsonObject sent)
    {
        switch (sent.TextOr("LineAmountTypes", null)?.ToUpperInvariant())
        {
            case null or "NOTAX": return "NoTax";
            case "EXCLUSIVE": return "Exclusive";
            case "INCLUSIVE": return "Inclusive";
            default:
                outcome.Refuse("LineAmountTypes must be Exclusive, Inclusive or NoTax.");
                return "NoTax";
        }
    }
}
