namespace Kompass.Xero.AspNetCore;

/// <summary>Reads what Xero offers for mapping.</summary>
internal sealed class MappingLedger(ILedgerLookup ledger)
{
    public async Task<MappingChoices> ReadAsync(MappingKind kind, RemoteConnection connection, CancellationToken cancellationToken) => new(kind switch
    {
        MappingKind.Item => [.. (await ledger.GetItemsAsync(connection, cancellationToken)).OrderBy(item => item.Code, StringComparer.Ordinal).Select(Of)],
        MappingKind.Account => [.. (await ledger.GetAccountsAsync(connection, cancellationToken)).OrderBy(account => account.Code, StringComparer.Ordinal).Select(Of)],
        _ => [.. (await ledger.GetTaxRatesAsync(connection, cancellationToken)).OrderBy(rate => rate.Name, StringComparer.Ordinal).Select(Of)],
    });

    private static MappingChoice Of(LedgerItem item) => new(item.Code, item.Code, item.Name ?? "", $"{item.Code} {item.Name}".TrimEnd())
    {
        Unusable = item.IsTracked ? "tracked stock" : item.IsSold ? null : "not sold",
    };

    private static MappingChoice Of(LedgerAccount account) => new(account.Id, account.Code ?? "", account.Name, account.ToString())
    {
        Unusable = !account.IsActive ? "archived" : account.AcceptsSales || account.AcceptsJournals ? null : "takes no postings",
        Limit = account switch
        {
            { AcceptsSales: true, AcceptsJournals: false } => "takes no journals: a journal line that is mapped to it is held",
            { AcceptsSales: false, AcceptsJournals: true } => "takes journals only: an invoice line that is mapped to it is held",
            _ => null,
        },
    };

    private static MappingChoice Of(LedgerTaxRate rate) => new(rate.TaxType, rate.TaxType, rate.Name, $"{rate.Name} ({Texts.Number(rate.Percent)}%, {rate.TaxType})")
    {
        Percent = rate.Percent,
        Unusable = !rate.IsActive ? "archived" : rate.AcceptsSales ? null : "of purchases",
    };
}
