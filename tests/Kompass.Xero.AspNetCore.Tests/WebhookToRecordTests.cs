using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>
/// What people do in Xero is seen in Kompass within a minute: emulator, webhook over HTTP, inbox, worker, run. Nothing else would look in that
/// time: the worker runs every 15 minutes and looks at documents every 10.
/// </summary>
public sealed class WebhookToRecordTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private AdminSite _site = null!;
    private RemoteOrganisationId _organisation;
    private Guid _tenant;

    private EmulatorControl Control => _site.Xero.Control;

    private EmulatedWebhooks Webhooks => Control.Webhooks;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(replace: services => services.AddKompassXero(_ => { }).AddWorker());
        using var browser = _site.Browser();
        var connected = await _site.ConnectAsync(browser);
        _organisation = connected.Connection!.OrganisationId;
        _tenant = Guid.Parse(_organisation.Value);
        _site.Kompass.Clients.Clear();
        _site.Kompass.Clients.AddRange(new[] { "Quillfeather", "Obsidian Works", "Tamarind" }.Select((name, number) =>
            new Client { Id = new($"C-{number + 1}"), OrganisationId = SamplePorts.North, Name = name, Currency = new("GBP") }));
        _site.Kompass.Invoices.AddRange(Enumerable.Range(1, 4).Select(number => Invoice($"{number}")));
        await EnableAsync(connected.Id);
        Assert.True(await IsSoonAsync(async () => (await DocumentsAsync()).Count == 4, 3 * Minute), await ExplainAsync());
        Webhooks.Subscribe(new(_site.Address, AdminSite.Webhook), AdminSite.SigningKey);
        Assert.True(await Webhooks.CheckIntentAsync());
        await IsSoonAsync(() => Task.FromResult(false), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Archived_contact_is_seen_within_a_minute()
    {
        Control.ArchiveContact(_tenant, Contact("C-1"));
        await AssertSeenAsync(async () => (await ClientAsync("C-1")).Drift?.Kind == DriftKind.Archived);
    }

    [Fact]
    public async Task Merged_contact_is_followed_within_a_minute()
    {
        var survivor = Control.AddContact(_tenant, "Umbra Partners");
        Control.MergeContacts(_tenant, Contact("C-2"), survivor);
        await AssertSeenAsync(async () => await ClientAsync("C-2") is { Drift.Kind: DriftKind.Merged } link && link.RemoteContactId.Value == survivor.ToString());
    }

    [Fact]
    public async Task Voided_and_paid_invoices_are_seen_within_a_minute()
    {
        Control.VoidInvoice(_tenant, await DocumentAsync("1"));
        Control.PayInvoice(_tenant, await DocumentAsync("2"), 120, new(2026, 6, 1));
        await AssertSeenAsync(async () => await DriftAsync("1") == DriftKind.Voided && await DriftAsync("2") == DriftKind.Paid);
    }

    [Theory]
    [InlineData(FaultKind.WebhookWrongSignature)]
    [InlineData(FaultKind.WebhookDuplicate)]
    [InlineData(FaultKind.WebhookOutOfOrder)]
    [InlineData(FaultKind.WebhookIntentToReceive)]
    public async Task Payments_are_seen_whatever_the_way_does_to_the_webhook(FaultKind kind)
    {
        foreach (var number in new[] { "1", "2", "3" })
        {
            Control.PayInvoice(_tenant, await DocumentAsync(number), 120, new(2026, 6, 1));
        }

        Control.InjectFault(new(kind) { Count = 2 });
        await AssertSeenAsync(async () =>
            await DriftAsync("1") == DriftKind.Paid && await DriftAsync("2") == DriftKind.Paid && await DriftAsync("3") == DriftKind.Paid);
    }

    [Fact]
    public async Task Webhook_that_was_stored_before_the_process_died_is_looked_at_by_the_next_one()
    {
        Control.PayInvoice(_tenant, await DocumentAsync("1"), 120, new(2026, 6, 1));

        // As another node stores it, which dies right after its answer.
        var change = new RemoteChange(_organisation, RemoteChangeKind.Invoice, (await DocumentAsync("1")).ToString(), _site.Clock.GetUtcNow());
        await _site.Get<IRemoteChangeInbox>().StoreAsync([change], default);

        Assert.True(await IsSoonAsync(async () => await DriftAsync("1") == DriftKind.Paid, Minute));
    }

    [Fact]
    public async Task Storm_of_other_peoples_changes_costs_no_call()
    {
        Control.ClearCalls();
        for (var number = 0; number < 30; number++)
        {
            Control.AddContact(_tenant, $"Nobody {number}");
            await Webhooks.DeliverAsync();
        }

        Assert.False(await IsSoonAsync(async () => Control.Calls.Any(call => call.IsAccounting), Minute));
        Assert.Empty(await _site.Get<IRemoteChangeInbox>().GetWaitingAsync(default));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    private static Invoice Invoice(string id) => new()
    {
        Id = new(id),
        OrganisationId = SamplePorts.North,
        ClientId = new("C-" + (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) > 2 ? "3" : id)),
        Reference = "DOC-" + id,
        Details = "Work",
        Date = new(2026, 6, 1),
        DueDate = new(2026, 7, 1),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Allocations = [new() { UnitAmount = 100, NominalCode = "4000", VatRateCode = "T1", Description = "Work" }],
        Net = 100,
        Vat = 20,
    };

    private async Task EnableAsync(ConfigurationId id)
    {
        var manager = _site.Get<IConfigurationManager>();
        var account = Control.Books(_tenant).Accounts.First(account => account.Code == "200").Id.ToString();
        await manager.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = account,
                CutOverDate = new(2026, 5, 1),
            },
            default);
        await manager.SaveMappingsAsync(id, MappingKind.Account, [new(MappingKind.Account, "4000", account)], default);
        await manager.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "T1", "OUTPUT2")], default);
        await manager.OverrideInterlockAsync(id, "ada", "A test of what comes after.", default);
        await manager.UpdateAsync(id, configuration => configuration with { IsEnabled = true }, default);
    }

    /// <summary>Nothing is seen before the webhook is delivered, and then within a minute, by one run.</summary>
    private async Task AssertSeenAsync(Func<Task<bool>> isSeen)
    {
        var runs = await RunsAsync();
        Assert.False(await IsSoonAsync(isSeen, TimeSpan.FromSeconds(40)));
        Assert.Equal(runs, await RunsAsync());

        Assert.Contains(await Webhooks.DeliverAsync(), attempt => attempt is { Events: > 0, IsAccepted: true });
        Assert.True(await IsSoonAsync(isSeen, Minute), string.Join('\n', Webhooks.Attempts.Select(attempt => attempt.Reason)));

        Assert.True(await IsSoonAsync(async () => (await _site.Get<IRemoteChangeInbox>().GetWaitingAsync(default)).Count == 0, Minute));
        Assert.Equal(runs + 1, await RunsAsync());
    }

    /// <summary>Lets the clock go on, slowly enough for the work that is under way.</summary>
    private async Task<bool> IsSoonAsync(Func<Task<bool>> isSo, TimeSpan within)
    {
        for (var end = _site.Clock.GetUtcNow() + within; _site.Clock.GetUtcNow() < end;)
        {
            _site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(25));
            if (await isSo())
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> ExplainAsync() => string.Join(
        '\n',
        (await _site.Get<ISyncJournal>().GetHoldsAsync(_organisation, default)).Select(hold => $"{hold.Record.Id}: {hold.Reason} {hold.Detail}")
            .Concat((await RunListAsync()).Select(run => $"{run.Outcome}: {run.Message}")));

    private async Task<int> RunsAsync() => (await RunListAsync()).Count(run => run.FinishedAt is not null);

    private async Task<IReadOnlyList<SyncRun>> RunListAsync()
    {
        var configuration = (await _site.Get<IConfigurationStore>().ListAsync(default)).Single();
        return await _site.Get<ISyncJournal>().GetRunsAsync(configuration.Id, 100, default);
    }

    private Task<IReadOnlyList<DocumentLink>> DocumentsAsync() => _site.Get<IMappingStore>().GetDocumentLinksAsync(_organisation, default);

    private async Task<Guid> DocumentAsync(string id) =>
        Guid.Parse((await DocumentsAsync()).Single(link => link.InvoiceId.Value == id).RemoteDocumentId.Value);

    private async Task<DriftKind?> DriftAsync(string id) => (await DocumentsAsync()).Single(link => link.InvoiceId.Value == id).Standing?.Drift?.Kind;

    private async Task<ContactLink> ClientAsync(string id) =>
        (await _site.Get<IMappingStore>().GetContactLinksAsync(_organisation, default)).Single(link => link.ClientId.Value == id);

    private Guid Contact(string client) => Control.Books(_tenant).Contacts.Single(contact => contact.ContactNumber == client).Id;
}
