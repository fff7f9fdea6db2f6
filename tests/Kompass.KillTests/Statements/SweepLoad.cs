using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>
/// Three clients and four documents of every kind; in the second life a client is renamed and a fourth one comes, an invoice is changed,
/// one is voided and a third one comes.
/// </summary>
internal sealed class SweepLoad(KompassOrganisationId organisation) : ILoad
{
    public const int Lives = 2;

    public IEnumerable<(Client Record, int ChangedIn)> Clients(int life)
    {
        yield return (Client(0, "Client"), 1);
        yield return life < 2 ? (Client(1, "Client"), 1) : (Client(1, "Renamed client"), 2);
        yield return (Client(2, "Client"), 1);
        if (life >= 2)
        {
            yield return (Client(3, "Client"), 2);
        }
    }

    public IEnumerable<(Invoice Record, int ChangedIn)> Documents(int life)
    {
        yield return life < 2 ? (Of(Make.Invoice("0", "C0", Make.Line(10.37m))), 1) : (Of(Make.Invoice("0", "C0", Make.Line(15.92m), Make.Line(0.99m))), 2);
        yield return (Of(Make.Invoice("1", "C1", Make.Line(21.01m)) with { Status = life < 2 ? InvoiceStatus.Approved : InvoiceStatus.Voided }), life < 2 ? 1 : 2);
        yield return (Of(Make.CreditNote("2", "C2", 7.77m)), 1);
        yield return (Of(Make.Journal("3", 33.33m)), 1);
        if (life >= 2)
        {
            yield return (Of(Make.Invoice("4", "C3", Make.Line(4.05m))), 2);
        }
    }

    private Client Client(int number, string name) => Make.Client($"C{number}", $"{name} {number}") with { OrganisationId = organisation };

    private Invoice Of(Invoice invoice) => invoice with { OrganisationId = organisation };
}
