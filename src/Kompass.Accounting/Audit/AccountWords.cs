namespace Kompass.Accounting;

/// <summary>Names accounts in the audit trail by code and name, as they are called in that moment; by id where the ledger cannot be asked.</summary>
internal sealed class AccountWords(LedgerCatalogueCache catalogue)
{
    public async Task<AuditEntry> NameAsync(AuditEntry entry, RemoteConnection? connection, CancellationToken cancellationToken)
    {
        if (connection is null)
        {
            return entry;
        }

        try
        {
            var accounts = await catalogue.GetAccountsAsync(connection, cancellationToken);
            return entry with { Before = Name(entry.Before), After = Name(entry.After) };

            string? Name(string? text) =>
                text is null ? null : accounts.Where(account => account.Id.Length > 0).Aggregate(text, (named, account) => named.Replace(account.Id, account.ToString(), StringComparison.Ordinal));
        }
        catch (RemoteLedgerException)
        {
            return entry;
        }
    }
}
