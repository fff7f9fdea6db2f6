using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Simulation;

/// <summary>
/// What people do: in Kompass new clients and documents, changes, voids; in Xero contacts of their own, which are nobody else's to change.
/// </summary>
internal sealed class Workload(SimWorld world, Random random)
{
    private static readonly string[] Names =
    [
        "Quayside Timber", "Mistral Optics", "Fjord Kitchens", "Jackdaw Books", "Zephyr Cranes", "Umbra Lighting", "Hawthorn Dental", "Bluewater Yachts",
        "Copperfield Bakery", "Nimbus Roofing", "Vortex Pumps", "Ivory Pianos", "Garnet Wines", "Tundra Freight", "Lobelia Gardens", "Plinth Architects",
    ];

    private readonly List<string> _clients = [];
    private readonly List<string> _changeable = [];
    private readonly List<string> _voidable = [];
    private readonly List<string> _settled = [];
    private readonly List<EmulatedContact> _strangers = [];
    private ClientId? _namesake;

    public IReadOnlyList<string> ClientIds => _clients;

    public IEnumerable<string> DocumentIds => _changeable.Concat(_voidable).Concat(_settled);

    /// <summary>Contacts that people made in Xero, as they left them.</summary>
    public IReadOnlyList<EmulatedContact> Strangers => _strangers;

    /// <summary>The client whose name a stranger has: it waits for a person, who is not here.</summary>
    public ClientId? Namesake => _namesake;

    public bool IsExpected(Hold hold) => _namesake is { } client && hold.Record == RecordKey.Of(client);

    public void Begin(Swarm swarm)
    {
        if (random.Next(3) == 0)
        {
            AddStrangers();
        }

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
                RenameClient(Any(_clients));
                break;
            case 2 when _changeable.Count > 0:
                ChangeAmounts(Any(_changeable));
                break;
            case 3 when _changeable.Count + _voidable.Count > 0:
                Void(Any([.. _changeable, .. _voidable]));
                break;
            default:
                AddDocument();
                break;
        }
    }

    public string AddClient()
    {
        var id = $"C{_clients.Count + 1}";
        _clients.Add(id);

        // Names that resemble none of the others: look-alikes are held for a person, who is not here.
        world.Clients.Save(Make.Client(id, Names[_clients.Count % Names.Length] + new string((char)('A' + (_clients.Count / Names.Length)), 3)));
        return id;
    }

    public void RenameClient(string id)
    {
        var client = world.Clients[new(id)];
        world.Clients.Save(client with { Name = $"{client.Name.Split(" renamed", StringSplitOptions.None)[0]} renamed {random.Next(1000)}" });
    }

    public string AddInvoice() => Add(_changeable, number => Make.Invoice(number, Any(_clients), Make.Line(Amount()), Make.Line(Amount())));

    public string AddCreditNote() => Add(_voidable, number => Make.CreditNote(number, Any(_clients), Amount()));

    public string AddJournal() => Add(_voidable, number => Make.Journal(number, Amount()));

    /// <summary>A credit note that is used up by one invoice. Neither can be changed or voided from then on.</summary>
    public string AddCreditFor(string invoiceId)
    {
        _changeable.Remove(invoiceId);
        _settled.Add(invoiceId);
        var invoice = world.Invoices[new(invoiceId)];
        var amount = Math.Min(Amount(), invoice.Allocations[0].Amount);
        return Add(_settled, number => Make.CreditNote(number, invoice.ClientId!.Value.Value, amount, invoiceId));
    }

    public void ChangeAmounts(string id) =>
        Replace(id, invoice => invoice.Status == InvoiceStatus.Approved ? invoice.WithLines(Make.Line(Amount())) : invoice);

    public void Void(string id) => Replace(id, invoice => invoice with { Status = InvoiceStatus.Voided });

    private void AddStrangers()
    {
        AddStranger("Somerset Kennels");
        if (random.Next(2) == 0)
        {
            AddStranger("Wychwood Brewery");
            var namesake = Make.Client("N1", "Wychwood Brewery");
            _namesake = namesake.Id;
            world.Clients.Save(namesake);
        }
    }

    private void AddStranger(string name)
    {
        var id = world.Xero.Control.AddContact(
            world.Tenant, name, contact => contact with { BankAccountDetails = "60-00-01 12345678", EmailAddress = "owner@example.org" });
        _strangers.Add(world.Books.Contacts.First(contact => contact.Id == id));
    }

    private void AddDocument()
    {
        switch (random.Next(6))
        {
            case 0:
                AddCreditNote();
                break;
            case 1:
                AddJournal();
                break;
            case 2 when _changeable.Find(id => world.Invoices[new(id)].Status == InvoiceStatus.Approved) is { } invoice:
                AddCreditFor(invoice);
                break;
            default:
                AddInvoice();
                break;
        }
    }

    private string Add(List<string> to, Func<string, Invoice> make)
    {
        var id = $"D{DocumentIds.Count() + 1}";
        world.Invoices.Save(make(id));
        to.Add(id);
        return id;
    }

    private void Replace(string id, Func<Invoice, Invoice> change) => world.Invoices.Save(change(world.Invoices[new(id)]));

    private string Any(List<string> ids) => ids[random.Next(ids.Count)];

    private decimal Amount() => random.Next(1, 100_000) / 100m;
}
