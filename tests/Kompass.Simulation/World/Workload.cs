using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>What people do in Kompass: new clients and documents, changes, voids.</summary>
internal sealed class Workload(SimWorld world, Random random)
{
    private readonly List<string> _clients = [];
    private readonly List<string> _invoices = [];
    private readonly List<string> _others = [];

    public IReadOnlyList<string> ClientIds => _clients;

    public IEnumerable<string> DocumentIds => _invoices.Concat(_others);

    public void Begin(Swarm swarm)
    {
        for (var count = 0; count < swarm.Clients; count++)
        {
            AddClient();
        }

        for (var count = 0; count < swarm.Documents; count++)
        {
            AddDocument();
        }
    }

    public void Change()
    {
        switch (random.Next(6))
        {
            case 0:
                AddClient();
                break;
            case 1:
                var client = world.Clients[new(Any(_clients))];
                world.Clients.Save(client with { Name = $"{client.Name.Split(" renamed", StringSplitOptions.None)[0]} renamed {random.Next(1000)}" });
                break;
            case 2 when _invoices.Count > 0:
                Replace(Any(_invoices), invoice => invoice.Status == InvoiceStatus.Approved ? invoice.WithLines(Make.Line(Amount())) : invoice);
                break;
            case 3 when _others.Count + _invoices.Count > 0:
                Replace(Any([.. DocumentIds]), invoice => invoice with { Status = InvoiceStatus.Voided });
                break;
            default:
                AddDocument();
                break;
        }
    }

    private void AddClient()
    {
        var id = $"C{_clients.Count + 1}";
        _clients.Add(id);

        // Names that resemble none of the others: look-alikes are held for a person, who is not here.
        world.Clients.Save(Make.Client(id, Names[_clients.Count % Names.Length] + new string((char)('A' + (_clients.Count / Names.Length)), 3)));
    }

    private void AddDocument()
    {
        var number = _invoices.Count + _others.Count + 1;
        switch (random.Next(4))
        {
            case 0:
                _others.Add($"D{number}");
                world.Invoices.Save(Make.CreditNote($"D{number}", Any(_clients), Amount()));
                break;
            case 1:
                _others.Add($"D{number}");
                world.Invoices.Save(Make.Journal($"D{number}", Amount()));
                break;
            default:
                _invoices.Add($"D{number}");
                world.Invoices.Save(Make.Invoice($"D{number}", Any(_clients), Make.Line(Amount()), Make.Line(Amount())));
                break;
        }
    }

    private static readonly string[] Names =
    [
        "Quayside Timber", "Mistral Optics", "Fjord Kitchens", "Jackdaw Books", "Zephyr Cranes", "Umbra Lighting", "Hawthorn Dental", "Bluewater Yachts",
        "Copperfield Bakery", "Nimbus Roofing", "Vortex Pumps", "Ivory Pianos", "Garnet Wines", "Tundra Freight", "Lobelia Gardens", "Plinth Architects",
    ];

    private void Replace(string id, Func<Invoice, Invoice> change) => world.Invoices.Save(change(world.Invoices[new(id)]));

    private string Any(List<string> ids) => ids[random.Next(ids.Count)];

    private decimal Amount() => random.Next(1, 100_000) / 100m;
}
