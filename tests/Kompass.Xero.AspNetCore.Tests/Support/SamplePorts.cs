using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A Kompass of three clients in two organisations.</summary>
internal sealed class SamplePorts : IClientSource, IInvoiceSource, IKompassCatalogue
{
    public static readonly KompassOrganisationId North = new("N");
    public static readonly KompassOrganisationId South = new("S");

    public List<Client> Clients { get; } =
    [
        Client("C-1", "Ridgeway University"), Client("C-2", "Bayside Club Ltd"), Client("C-3", "Zebra Wholesale <script>alert(1)</script>"),
    ];

    public List<Invoice> Invoices { get; } = [];

    /// <summary>Thrown by every read of records, until it is taken away again.</summary>
    public Exception? Failure { get; set; }

    public IAsyncEnumerable<SourcePage<ClientId, Client>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, CancellationToken cancellationToken) =>
        Pages(after is null ? Clients.Where(client => organisations.Contains(client.OrganisationId)) : [], client => client.Id);

    IAsyncEnumerable<SourcePage<InvoiceId, Invoice>> IRecordSource<InvoiceId, Invoice>.ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, CancellationToken cancellationToken) =>
        Pages(after is null ? Invoices.Where(invoice => organisations.Contains(invoice.OrganisationId)) : [], invoice => invoice.Id);

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new KompassCatalogue
    {
        Organisations = [new(North, "North Ltd"), new(South, "South Ltd")],
        Departments = [new("DEV", "Development"), new("TRAIN", "Training")],
        NominalAccounts = [new("4000", "Sales"), new("4010", "Other sales")],
        VatRates = [new("T1", "Standard", 20m), new("T0", "Zero", 0m)],
    });

    /// <summary>What every read of records waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    private static Client Client(string id, string name) => new() { Id = new(id), OrganisationId = North, Name = name, Currency = new("GBP") };

    private async IAsyncEnumerable<SourcePage<TKey, TRecord>> Pages<TKey, TRecord>(IEnumerable<TRecord> records, Func<TRecord, TKey> key)
        where TKey : struct
        where TRecord : class
    {
        await Gate;
        if (Failure is { } failure)
        {
            throw failure;
        }

        yield return new([.. records.Select(record => new SourceItem<TKey, TRecord>(key(record), "1", record))], new("1"));
    }
}
