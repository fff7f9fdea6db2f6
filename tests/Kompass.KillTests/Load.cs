using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>
/// What one organisation of Kompass holds in a life: each life adds clients and documents, and changes and voids some of earlier ones.
/// </summary>
internal sealed class Load(KompassOrganisationId organisation, string prefix) : ILoad
{
    private const int ClientsALife = 3;
    private const int DocumentsALife = 12;

    /// <summary>The load of a story with one organisation.</summary>
    public static Load Single { get; } = new(Make.Organisation, "");

    public KompassOrganisationId Organisation => organisation;

    public IEnumerable<(Client Record, int ChangedIn)> Clients(int life)
    {
        for (var number = 0; number < life * ClientsALife; number++)
        {
            var begun = (number / ClientsALife) + 1;
            var isRenamed = number % ClientsALife == 1 && life >= begun + 4;
            yield return (Make.Client($"{prefix}C{number}", $"Client {number}{(isRenamed ? " Ltd" : "")}") with { OrganisationId = organisation }, isRenamed ? begun + 4 : begun);
        }
    }

    /// <summary>Of twelve documents, eight invoices, two credit notes, two journals.</summary>
    public IEnumerable<(Invoice Record, int ChangedIn)> Documents(int life)
    {
        for (var number = 0; number < life * DocumentsALife; number++)
        {
            var begun = (number / DocumentsALife) + 1;
            var (record, changedIn) = Document(number, begun, life);
            yield return (record with { OrganisationId = organisation }, changedIn);
        }
    }

    private (Invoice Record, int ChangedIn) Document(int number, int begun, int life)
    {
        var id = $"{prefix}{number}";
        var client = $"{prefix}C{number % (begun * ClientsALife)}";
        var amount = 10 + (number * 1.37m);
        return (number % DocumentsALife) switch
        {
            3 when life >= begun + 2 => (Make.Invoice(id, client, Make.Line(amount + 5.55m), Make.Line(0.99m)), begun + 2),
            5 when life >= begun + 3 => (Make.Invoice(id, client, Make.Line(amount)) with { Status = InvoiceStatus.Voided }, begun + 3),
            8 or 9 => (Make.CreditNote(id, client, amount), begun),
            10 or 11 => (Make.Journal(id, amount), begun),
            _ => (Make.Invoice(id, client, Make.Line(amount)), begun),
        };
    }
}
