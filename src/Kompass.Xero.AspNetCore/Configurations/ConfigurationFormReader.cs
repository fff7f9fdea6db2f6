using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers what the form of a configuration shows beside what is typed into it.</summary>
internal sealed class ConfigurationFormReader(
    IConfigurationManager manager,
    IKompassCatalogue catalogue,
    ILedgerLookup ledger,
    ILedgerCatalogue organisations,
    IServiceProvider services,
    TimeProvider time)
{
    public async Task<ConfigurationFormModel> ReadAsync(SyncConfiguration? existing, ConfigurationForm form, CancellationToken cancellationToken)
    {
        var model = new ConfigurationFormModel(existing, form, (await catalogue.GetAsync(cancellationToken)).Organisations)
        {
            HostsInterval = services.GetService<IRunTimes>()?.Interval,
        };
        return existing?.Connection is { } connection ? await ReadLedgerAsync(model, existing.Id, connection, cancellationToken) : model;
    }

    /// <summary>Today where the organisation is: what the cut-over date is filled in with.</summary>
    public async Task<string> TodayAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var zone = (await organisations.GetOrganisationAsync(connection, cancellationToken)).TimeZone;
            return Texts.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime));
        }
        catch (RemoteLedgerException)
        {
            return "";
        }
    }

    /// <summary>The form with the id of the rounding account where its code was typed; anything else is left as it is.</summary>
    public async Task<ConfigurationForm> RecogniseAsync(ConfigurationForm form, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (form.Documents.RoundingAccountId is not { Length: > 0 } typed)
        {
            return form;
        }

        try
        {
            var accounts = await ledger.GetAccountsAsync(connection, cancellationToken);
            return accounts.FirstOrDefault(account => account.Code == typed) is { } found && accounts.All(account => account.Id != typed)
                ? form with { Documents = form.Documents with { RoundingAccountId = found.Id } }
                : form;
        }
        catch (RemoteLedgerException)
        {
            // Saving tells that the accounts cannot be read.
            return form;
        }
    }

    private async Task<ConfigurationFormModel> ReadLedgerAsync(
        ConfigurationFormModel model, ConfigurationId id, RemoteConnection connection, CancellationToken cancellationToken)
    {
        model = model with { Interlock = await ReadInterlockAsync(id, cancellationToken) };
        try
        {
            var accounts = await ledger.GetAccountsAsync(connection, cancellationToken);
            return model with
            {
                Accounts = Choice(accounts, account => account.IsActive && account.AcceptsSales, model.Form.DefaultAccountId),
                RoundingAccounts = Choice(accounts, account => account.AcceptsRounding, model.Form.Documents.RoundingAccountId),
            };
        }
        catch (RemoteLedgerException failure)
        {
            return model with { AccountsMissing = $"The accounts could not be read from Xero, so the setting stays as it is. {failure.Message}" };
        }
    }

    private static List<LedgerAccount> Choice(IEnumerable<LedgerAccount> accounts, Func<LedgerAccount, bool> fits, string? chosen) =>
        [.. accounts.Where(account => fits(account) || account.Id == chosen).OrderBy(account => account.Code, StringComparer.Ordinal)];

    private async Task<InterlockState> ReadInterlockAsync(ConfigurationId id, CancellationToken cancellationToken)
    {
        try
        {
            return await manager.GetInterlockAsync(id, cancellationToken);
        }
        catch (RemoteLedgerException failure)
        {
            return new(false, $"Whether Clients may be enabled cannot be said until the contacts can be read from Xero. {failure.Message}");
        }
    }
}
