namespace Kompass.Simulation;

/// <summary>Something that people do, whose sync is struck at each of its points.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Prepare">What is synced, undisturbed, before.</param>
/// <param name="Act">What is to be synced while it is disturbed.</param>
internal sealed record SweepOperation(string Name, Action<Workload> Prepare, Action<Workload> Act)
{
    public static IReadOnlyList<SweepOperation> All { get; } =
    [
        new("create a contact", _ => { }, workload => workload.AddClient()),
        new("rename a contact", workload => workload.AddClient(), workload => workload.RenameClient("C1")),
        new("create an invoice", workload => workload.AddClient(), workload => workload.AddInvoice()),
        new("create a credit note", workload => workload.AddClient(), workload => workload.AddCreditNote()),
        new("create a journal", _ => { }, workload => workload.AddJournal()),
        new("create contact, invoices and a journal", _ => { }, workload =>
        {
            workload.AddClient();
            workload.AddInvoice();
            workload.AddInvoice();
            workload.AddJournal();
        }),
        new("create and allocate a credit", WithInvoice, workload => workload.AddCreditFor("D1")),
        new("change an invoice", WithInvoice, workload => workload.ChangeAmounts("D1")),
        new("void an invoice", WithInvoice, workload => workload.Void("D1")),
        new("void a journal", workload => workload.AddJournal(), workload => workload.Void("D1")),
    ];

    public override string ToString() => Name;

    private static void WithInvoice(Workload workload)
    {
        workload.AddClient();
        workload.AddInvoice();
    }
}
