using System.Globalization;
using Kompass.Accounting;

namespace QuartzCluster;

/// <summary>
/// What Kompass holds: three organisations, each with some clients and with invoices that go on being written while the nodes run. What
/// there is depends on the clock and a file, so that every process sees the same.
/// </summary>
/// <param name="begun">When the first invoices had been written.</param>
/// <param name="folder">Where the file lies that says when the last one is written.</param>
internal sealed class KompassRecords(DateTimeOffset begun, string folder)
{
    public const string VatRate = "S20";
    public const int ClientCount = 4;

    private const int InvoicesAtFirst = 6;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    public static IReadOnlyList<string> Organisations { get; } = ["Acorn Joinery", "Beacon Ferries", "Cedar Orchards"];

    public static DateOnly CutOver { get; } = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-30));

    private string LastFile => Path.Combine(folder, "last");

    /// <summary>How many invoices each organisation has by now.</summary>
    public int InvoicesByNow
    {
        get
        {
            var now = DateTimeOffset.UtcNow;
            var last = File.Exists(LastFile) ? DateTimeOffset.Parse(File.ReadAllText(LastFile), CultureInfo.InvariantCulture) : now;
            return InvoicesAt(now < last ? now : last);
        }
    }

    /// <summary>Lets Kompass write no more invoices from a moment later on.</summary>
    /// <returns>How many each organisation has in the end.</returns>
    public int WriteTheLast()
    {
        var last = DateTimeOffset.UtcNow + Pace;
        File.WriteAllText(LastFile + ".new", last.ToString("O", CultureInfo.InvariantCulture));
        File.Move(LastFile + ".new", LastFile); // nobody reads half of it
        return InvoicesAt(last);
    }

    public static Client Client(string organisation, int number) => new()
    {
        Id = new($"{organisation[0]}{number}"),
        OrganisationId = new(organisation),
        Name = string.Create(CultureInfo.InvariantCulture, $"Customer {number} of {organisation}"),
        Currency = new("GBP"),
    };

    public static Invoice Invoice(string organisation, int number)
    {
        var net = 100 + (10 * number);
        return new()
        {
            Id = new($"{organisation[0]}-INV-{number}"),
            OrganisationId = new(organisation),
            ClientId = Client(organisation, number % ClientCount).Id,
            Reference = Reference(organisation, number),
            Date = CutOver.AddDays(10),
            DueDate = CutOver.AddDays(40),
            Currency = new("GBP"),
            Status = InvoiceStatus.Approved,
            Allocations = [new() { Description = "Work", UnitAmount = net, VatRateCode = VatRate }],
            Net = net,
            Vat = net / 5m,
        };
    }

    /// <summary>The number that an invoice has in Xero.</summary>
    public static string Reference(string organisation, int number) => string.Create(CultureInfo.InvariantCulture, $"{organisation[0]}-{number:000}");

    private int InvoicesAt(DateTimeOffset time) => InvoicesAtFirst + (int)((time - begun) / Pace);
}
