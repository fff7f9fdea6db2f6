namespace Kompass.Accounting.Abstractions.Tests;

/// <summary>What a host gets for free when it implements no more than ReadAsync.</summary>
public sealed class RecordSourceTests
{
    private static readonly KompassOrganisationId North = new("north");
    private static readonly KompassOrganisationId South = new("south");

    private readonly PagedClients _source = new(
        [Item("C-1", North, "Acme Ltd"), Item("C-2", North, "Beta GmbH"), Tombstone("C-3")],
        [Item("C-4", South, "ACME Holdings"), Item("C-5", North, "Acme (Services)"), Item("acme-6", North, "Zeta")]);

    private IClientSource Source => _source;

    [Fact]
    public async Task SearchAsync_finds_by_part_of_name_or_id_whatever_the_case()
    {
        var found = await Source.SearchAsync([North, South], "aCmE", 10, CancellationToken.None);
        Assert.Equal(["C-1", "C-4", "C-5", "acme-6"], found.Select(client => client.Id.Value));
    }

    [Fact]
    public async Task SearchAsync_keeps_to_the_organisations()
    {
        var found = await Source.SearchAsync([South], "acme", 10, CancellationToken.None);
        Assert.Equal(["C-4"], found.Select(client => client.Id.Value));
    }

    [Theory]
    [InlineData(1, new[] { "C-1" }, 1)]
    [InlineData(2, new[] { "C-1", "C-4" }, 2)]
    public async Task SearchAsync_stops_reading_at_the_maximum(int maximum, string[] expected, int pages)
    {
        var found = await Source.SearchAsync([North, South], "acme", maximum, CancellationToken.None);
        Assert.Equal(expected, found.Select(client => client.Id.Value));
        Assert.Equal(pages, _source.PagesRead);
    }

    [Fact]
    public async Task SearchAsync_nothing_fits_finds_nothing() =>
        Assert.Empty(await Source.SearchAsync([North, South], "omega", 10, CancellationToken.None));

    [Fact]
    public async Task SearchAsync_of_invoices_finds_by_part_of_reference_or_id()
    {
        IInvoiceSource invoices = new OneInvoice();
        Assert.Single(await invoices.SearchAsync([North], "2026-00", 10, CancellationToken.None));
        Assert.Single(await invoices.SearchAsync([North], "inv-7", 10, CancellationToken.None));
        Assert.Empty(await invoices.SearchAsync([North], "2025", 10, CancellationToken.None));
    }

    [Fact]
    public async Task FindAsync_answers_wanted_records_and_tombstones_and_leaves_unknown_keys_out()
    {
        var found = await Source.FindAsync([North, South], [new("C-5"), new("C-3"), new("C-99")], CancellationToken.None);
        Assert.Equal([("C-3", true), ("C-5", false)], found.Select(item => (item.Key.Value, item.IsTombstone)));
    }

    [Fact]
    public async Task ReadKeysAsync_streams_every_key_but_those_of_tombstones()
    {
        var keys = new List<string>();
        await foreach (var key in Source.ReadKeysAsync([North, South], CancellationToken.None))
        {
            keys.Add(key.Value);
        }

        Assert.Equal(["C-1", "C-2", "C-4", "C-5", "acme-6"], keys);
    }

    [Fact]
    public async Task Reads_stop_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source.SearchAsync([North], "acme", 10, cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source.FindAsync([North], [new("C-1")], cancellation.Token));
    }

    private static SourceItem<ClientId, Client> Item(string id, KompassOrganisationId organisation, string name) =>
        new(new(id), "1", new() { Id = new(id), OrganisationId = organisation, Name = name, Currency = new("GBP") });

    private static SourceItem<ClientId, Client> Tombstone(string id) => new(new(id), "2", null);

    private sealed class PagedClients(params IReadOnlyList<SourceItem<ClientId, Client>>[] pages) : IClientSource
    {
        public int PagesRead { get; private set; }

        public async IAsyncEnumerable<SourcePage<ClientId, Client>> ReadAsync(
            IReadOnlyCollection<KompassOrganisationId> organisations,
            SourceCursor? after,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Assert.Null(after);
            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                PagesRead++;
                yield return new([.. page.Where(item => item.Record is null || organisations.Contains(item.Record.OrganisationId))], new($"page {PagesRead}"));
                await Task.CompletedTask;
            }
        }
    }

    private sealed class OneInvoice : IInvoiceSource
    {
        public async IAsyncEnumerable<SourcePage<InvoiceId, Invoice>> ReadAsync(
            IReadOnlyCollection<KompassOrganisationId> organisations,
            SourceCursor? after,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return new(
                [
                    new(new("INV-7"), "1", new()
                    {
                        Id = new("INV-7"),
                        OrganisationId = North,
                        Reference = "2026-001",
                        Date = new(2026, 3, 31),
                        Currency = new("GBP"),
                        Status = InvoiceStatus.Posted,
                        Net = 1m,
                        Vat = 0m,
                        Allocations = [],
                    }),
                ],
                new("end"));
        }
    }
}
