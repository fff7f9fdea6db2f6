using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>Computes what the books must hold, from the sample's data and mappings; knows nothing of the engine.</summary>
internal sealed class ExpectedBooks(JobContext context)
{
    private readonly Dictionary<string, string?> _accounts = context.Codes.Nominals.ToDictionary(code => code.Code, code => code.XeroCode);
    private readonly Dictionary<string, string?> _items = context.Codes.Departments.ToDictionary(code => code.Code, code => code.XeroCode);
    private readonly Dictionary<string, KompassCode> _vatRates = context.Codes.VatRates.ToDictionary(code => code.Code);
    private readonly Dictionary<string, EmulatedItem> _xeroItems = context.Before.Items.ToDictionary(item => item.Code);

    public IEnumerable<ExpectedDocument> Documents() =>
        context.Invoices.All
            .Where(invoice => context.Expected.Documents[invoice.Id] is "invoice" or "credit_note" or "journal")
            .Select(invoice => new ExpectedDocument(invoice, [.. invoice.Allocations.Select(line => LineOf(invoice, line))]));

    /// <summary>Debits less credits by account and tax type.</summary>
    public Dictionary<(string Account, string TaxType), decimal> Ledger()
    {
        var ledger = new Dictionary<(string, string), decimal>();
        foreach (var document in Documents().Where(document => document.Invoice.Id != context.VoidedInvoice))
        {
            foreach (var line in document.Lines)
            {
                Post(line.AccountCode, line.TaxType, -line.Amount);
            }

            if (!document.IsJournal)
            {
                Post("820", "", -document.Invoice.Vat);
                Post("610", "", document.Invoice.Gross);
            }
        }

        return ledger;

        void Post(string account, string taxType, decimal amount) =>
            ledger[(account, taxType)] = ledger.GetValueOrDefault((account, taxType)) + amount;
    }

    private ExpectedLine LineOf(Invoice invoice, Allocation line)
    {
        var account = _accounts.GetValueOrDefault(line.NominalCode ?? "") ?? ItemAccount(line) ?? "200";
        if (invoice.Net == 0)
        {
            return new(account, "NONE", line.Amount, 0);
        }

        var rate = _vatRates[line.VatRateCode!];
        var tax = Math.Round(line.Amount * rate.Percent / 100, 2, MidpointRounding.AwayFromZero);
        return new(account, rate.XeroCode!, line.Amount, tax);
    }

    private string? ItemAccount(Allocation line) =>
        _items.GetValueOrDefault(line.DepartmentCode ?? "") is { } item && _xeroItems[item].SalesAccountCode is { Length: > 0 } account ? account : null;
}
