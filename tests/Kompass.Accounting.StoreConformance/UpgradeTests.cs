using System.Data.Common;

namespace Kompass.Accounting.StoreConformance;

/// <summary>A database that an earlier version of the package made and filled: what every store must make of it.</summary>
public abstract class UpgradeTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private const string Id = "00000001-0000-0000-0000-000000000000";

    private int Previous => Fixture.Scripts.Count - 1;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task First_use_upgrades_an_earlier_version_and_keeps_its_rows(int version)
    {
        await MakeFilledAsync(version);

        await AssertKeptAsync(Host);
        await AssertWorksAsync(Host);
        Assert.Equal(Fixture.Scripts.Count, await Fixture.CountAsync("schema_versions"));
    }

    [SkippableFact]
    public async Task First_use_by_ten_nodes_at_once_upgrades_the_previous_version_once()
    {
        await MakeFilledAsync(Previous);
        var hosts = Enumerable.Range(0, 10).Select(_ => Fixture.Start()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => AssertKeptAsync(host))));

        await AssertWorksAsync(hosts[0]);
        Assert.Equal(Fixture.Scripts.Count, await Fixture.CountAsync("schema_versions"));
    }

    [SkippableFact]
    public async Task Upgrade_that_fails_in_the_middle_leaves_the_previous_version_as_it_was()
    {
        await MakeFilledAsync(Previous);
        var before = await Fixture.ColumnsAsync();

        // The last statement fails, as if the process had been killed there.
        await Fixture.ExecuteAsync($"CREATE TABLE {Fixture.Table("inbox")} (blocker INTEGER)");
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Host.Configurations.ListAsync(None));
        Assert.IsAssignableFrom<DbException>(exception.GetBaseException());
        await Fixture.ExecuteAsync($"DROP TABLE {Fixture.Table("inbox")}");

        Assert.Equal(before.Order(StringComparer.Ordinal), (await Fixture.ColumnsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(Previous, await Fixture.CountAsync("schema_versions"));
        await AssertKeptAsync(Host);
        await AssertWorksAsync(Host);
    }

    private async Task MakeFilledAsync(int version)
    {
        await Fixture.MakeVersionAsync(version);
        await InsertAsync("contact_links (remote_organisation_id, client_id, remote_contact_id, origin, created_at, created_by, is_shared)", "'org-1', 'c1', 'x1', 'Created', 10, 'Ada', FALSE");
        await InsertAsync(
            "document_links (remote_organisation_id, invoice_id, remote_document_id, kind, number, currency, date, gross, record_hash, remote_updated_at, is_voided, created_at)",
            "'org-1', 'i1', 'd1', 'Invoice', 'INV-1', 'GBP', '2026-02-28', '120.50', 'h1', 10, FALSE, 10");
        await InsertAsync(
            "operations (id, configuration_id, remote_organisation_id, run_id, record_kind, record_id, action, natural_key, record_hash, attempt_key, state, intended_at, settled_at, remote_id)",
            $"'{Id}', '{Id}', 'org-1', '{Id}', 'Invoice', 'i1', 'Create', 'INV-1', 'h1', 'a1', 'Succeeded', 10, 11, 'd1'");
        await InsertAsync("runs (id, configuration_id, remote_organisation_id, started_at, counts)", $"'{Id}', '{Id}', 'org-1', 10, '{{}}'");
        await InsertAsync("cursors (remote_organisation_id, name, value)", "'org-1', 'clients', '7'");
        await InsertAsync("code_mappings (remote_organisation_id, kind, kompass_code, remote_key)", "'org-1', 'Account', '4000', 'a200'");
        await InsertAsync(
            "holds (remote_organisation_id, record_kind, record_id, reason, detail, remedy, title, since)",
            "'org-1', 'Client', 'c2', 'NameTaken', 'detail', 'remedy', 'title', 10");
    }

    private Task InsertAsync(string into, string values) => Fixture.ExecuteAsync($"INSERT INTO {Fixture.Table(into)} VALUES ({values})");

    private static async Task AssertKeptAsync(StoreHost host)
    {
        var contact = Assert.Single(await host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal(("c1", "x1", null), (contact.ClientId.Value, contact.RemoteContactId.Value, contact.Drift));
        var document = Assert.Single(await host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal(("i1", "d1", 120.50m, null, null), (document.InvoiceId.Value, document.RemoteDocumentId.Value, document.Gross, document.Standing, document.UndoneBy));
        Assert.Equal("d1", Assert.Single(await host.Journal.GetHistoryAsync(Organisation, RecordKey.Of(new InvoiceId("i1")), None)).RemoteId);
        Assert.Single(await host.Journal.GetRunsAsync(new(new Guid(Id)), 10, None));
        Assert.Equal("7", (await host.Journal.GetCursorsAsync(Organisation, None))["clients"].Value);
        Assert.Equal([new CodeMapping(MappingKind.Account, "4000", "a200")], await host.Mappings.GetMappingsAsync(Organisation, None));
        Assert.Equal(HoldReason.NameTaken, Assert.Single(await host.Journal.GetHoldsAsync(Organisation, None)).Reason);
    }

    /// <summary>Writes whatever later versions brought.</summary>
    private async Task AssertWorksAsync(StoreHost host)
    {
        var lease = await host.Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(1), None);
        var link = Make.DocumentLink(Organisation, "i2", "d2");
        var skip = new RecordSkip { Record = RecordKey.Of(new ClientId("c3")), Title = "title", RecordHash = "h", SkippedBy = "Ada", SkippedAt = Now, Reason = "reason" };
        await host.Journal.RecordAsync(lease!, new() { DocumentLinks = [link], Skips = [skip] }, None);

        Assert.Equal([link], await host.Mappings.FindDocumentLinksAsync(Organisation, [new InvoiceId("i2")], None));
        Assert.Equal([skip], await host.Journal.GetSkipsAsync(Organisation, None));
        Assert.Equal(1, await host.Mappings.GetRevisionAsync(Organisation, None));
        Assert.Equal(1, await host.Journal.ArchiveAsync(lease!, DateTimeOffset.MaxValue, 10, None));
        Assert.Equal(1, await host.Inbox.StoreAsync([new(Organisation, RemoteChangeKind.Invoice, "d2", Now)], None));
    }
}
