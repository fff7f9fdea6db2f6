using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/Accounts</c>: one element per request.</summary>
internal sealed class AccountsEndpoint : BatchEndpoint<EmulatedAccount>
{
    private static readonly Dictionary<string, Func<EmulatedAccount, object?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AccountID"] = account => account.Id,
        ["Code"] = account => account.Code,
        ["Name"] = account => account.Name,
        ["Type"] = account => account.Type,
        ["Class"] = account => account.Class,
        ["Status"] = account => account.Status,
        ["TaxType"] = account => account.TaxType,
        ["SystemAccount"] = account => account.SystemAccount,
        ["UpdatedDateUTC"] = account => account.UpdatedDateUtc.UtcDateTime,
    };

    // What may be written; seeds may hold others, since Xero adds to them.
    private static readonly string[] Types =
    [
        "BANK", "CURRENT", "CURRLIAB", "DEPRECIATN", "DIRECTCOSTS", "EQUITY", "EXPENSE", "FIXED", "INVENTORY", "LIABILITY", "NONCURRENT",
        "OTHERINCOME", "OVERHEADS", "PREPAYMENT", "REVENUE", "SALES", "TERMLIAB", "PAYG",
    ];

    public override string Name => "Accounts";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public override bool TakesAttachments => true;

    protected override string IdName => "AccountID";

    protected override bool TakesOneElement => true;

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } account
            ? Answers.List(call, Name, [account], (writer, found) => WriteMembers(writer, call, found))
            : Errors.NotFound(),
        ("PUT", 0) => WriteAll(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } account ? WriteAll(call, account.Id) : Errors.NotFound(),
        ("DELETE", 1) => Delete(call),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    protected override ElementOutcome<EmulatedAccount> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedAccount> { Sent = sent };
        var before = addressedId is { } id ? call.State.AccountById(id) : null;
        outcome.KnownId = before?.Id ?? Guid.Empty;
        var type = sent.Text("Type")?.ToUpperInvariant() ?? before?.Type ?? "";
        var account = (before ?? new EmulatedAccount { Id = call.Context.Ids.Next(), Name = "" }) with
        {
            Code = sent.TextOr("Code", before?.Code),
            Name = sent.TextOr("Name", before?.Name) ?? "",
            Type = type,
            Class = ClassOf(type),
            TaxType = sent.TextOr("TaxType", before?.TaxType) ?? "NONE",
            Status = sent.Text("Status")?.ToUpperInvariant() ?? before?.Status ?? "ACTIVE",
            Description = sent.TextOr("Description", before?.Description),
            EnablePaymentsToAccount = sent.Flag("EnablePaymentsToAccount") ?? before?.EnablePaymentsToAccount ?? false,
            UpdatedDateUtc = call.Now,
        };
        Check(call, account, before, outcome);
        if (!outcome.IsRefused)
        {
            call.State = call.State.With(account);
            outcome.Saved = account;
        }

        return outcome;
    }

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedAccount saved)
    {
        writer.WriteString("AccountID", saved.Id);
        writer.WriteIfSet("Code", saved.Code);
        writer.WriteString("Name", saved.Name);
        writer.WriteString("Status", saved.Status);
        writer.WriteString("Type", saved.Type);
        writer.WriteIfSet("TaxType", saved.TaxType);
        writer.WriteIfSet("Description", saved.Description);
        writer.WriteString("Class", saved.Class);
        writer.WriteIfSet("SystemAccount", saved.SystemAccount);
        writer.WriteBoolean("EnablePaymentsToAccount", saved.EnablePaymentsToAccount);
        writer.WriteBoolean("ShowInExpenseClaims", false);
        if (saved.Type == "BANK")
        {
            writer.WriteString("BankAccountNumber", "12345612345678");
            writer.WriteString("BankAccountType", "BANK");
            writer.WriteString("CurrencyCode", call.State.Organisation.BaseCurrency);
        }

        writer.WriteString("ReportingCode", saved.Class[..Math.Min(3, saved.Class.Length)]);
        writer.WriteBoolean("HasAttachments", call.State.HasAttachments(saved.Id));
        writer.WriteInstant("UpdatedDateUTC", saved.UpdatedDateUtc);
        writer.WriteBoolean("AddToWatchlist", false);
    }

    internal static string ClassOf(string type) => type switch
    {
        "BANK" or "CURRENT" or "FIXED" or "INVENTORY" or "NONCURRENT" or "PREPAYMENT" => "ASSET",
        "CURRLIAB" or "LIABILITY" or "TERMLIAB" or "PAYG" => "LIABILITY",
        "EQUITY" => "EQUITY",
        "DEPRECIATN" or "DIRECTCOSTS" or "EXPENSE" or "OVERHEADS" => "EXPENSE",
        _ => "REVENUE",
    };

    private static void Check(AccountingCall call, EmulatedAccount account, EmulatedAccount? before, ElementOutcome<EmulatedAccount> outcome)
    {
        if (account.Name.Length is 0 or > 150
            || call.State.Accounts.Exists(other => other.Id != account.Id && string.Equals(other.Name, account.Name, StringComparison.OrdinalIgnoreCase)))
        {
            outcome.Refuse("Please enter a unique Name.");
        }

        if (account.Code is { } code && (code.Length > 10 || call.State.AccountByCode(code) is { } known && known.Id != account.Id))
        {
            outcome.Refuse("Please enter a unique Code.");
        }

        if (account.Type.Length == 0)
        {
            outcome.Refuse("Account type must be specified");
        }
        else if (before?.Type != account.Type && !Types.Contains(account.Type))
        {
            outcome.Refuse($"The account type {account.Type} is not valid.");
        }

        if (before?.TaxType != account.TaxType || before?.Type != account.Type)
        {
            TaxTypeRule.Check(call.State, account.TaxType, null, account, outcome.Refuse);
        }

        if (account.Status != (before?.Status ?? "ACTIVE") && account.Status is not ("ACTIVE" or "ARCHIVED"))
        {
            outcome.Refuse($"The account status {account.Status} is not valid.");
        }

        if (before is null && account.Status == "ARCHIVED")
        {
            outcome.Refuse("A new account cannot be archived.");
        }

        if (before is not null && account.Status != before.Status
            && outcome.Sent.Any(member => !member.Key.Equals("AccountID", StringComparison.OrdinalIgnoreCase) && !member.Key.Equals("Status", StringComparison.OrdinalIgnoreCase)))
        {
            outcome.Refuse("The status of an account must be the only change of the call.");
        }

        if (before is { IsActive: true, SystemAccount.Length: > 0 } && account.Status != "ACTIVE")
        {
            outcome.Refuse("System accounts cannot be archived.");
        }
    }

    private static EmulatedAccount? Find(AccountingCall call, string key) =>
        Guid.TryParse(key, out var id) ? call.State.AccountById(id) : null;

    private EmulatedResponse Delete(AccountingCall call)
    {
        if (Find(call, call.Segments[0]) is not { } account)
        {
            return Errors.NotFound();
        }

        var isUsed = account.SystemAccount is { Length: > 0 }
            || call.State.Invoices.Values.Concat(call.State.CreditNotes.Values).Any(document => document.Lines.Exists(line => line.AccountId == account.Id))
            || call.State.Journals.Values.Any(journal => journal.Lines.Exists(line => line.AccountId == account.Id))
            || call.State.Payments.Exists(payment => payment.AccountId == account.Id);
        if (isUsed)
        {
            return Answers.ValidationFailure([writer =>
            {
                writer.WriteString("AccountID", account.Id);
                writer.WriteMessages("ValidationErrors", ["The account is in use and cannot be deleted. Archive it instead."]);
            }]);
        }

        account = account with { Status = "DELETED", UpdatedDateUtc = call.Now };
        call.State = call.State with { Accounts = call.State.Accounts.RemoveAll(known => known.Id == account.Id) };
        return Answers.List(call, Name, [account], (writer, deleted) => WriteMembers(writer, call, deleted));
    }

    private EmulatedResponse List(AccountingCall call)
    {
        var accounts = call.State.Accounts.ChangedSince(call, account => account.UpdatedDateUtc).Where(call, Fields);
        List<EmulatedAccount> found = [.. call.Request.Query["order"] is null ? accounts : accounts.InOrder(call, Fields, account => account.Id)];
        return Answers.List(call, Name, found, (writer, account) => WriteMembers(writer, call, account));
    }
}
