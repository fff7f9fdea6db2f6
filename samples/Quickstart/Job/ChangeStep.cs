using Kompass.Accounting;

namespace Quickstart;

/// <summary>A client is renamed and an invoice voided in Kompass: one update each.</summary>
internal static class ChangeStep
{
    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Changes: a client renamed, an invoice voided");
        var client = context.Clients.All.First(candidate =>
            !context.Expected.Truth.ContainsKey(candidate.Id) && !context.Expected.HeldClients.ContainsKey(candidate.Id));
        context.RenamedClient = client.Id;
        context.Clients.Save(client.Id, client with { Name = $"{client.Name} (Holdings)" });

        var applied = context.Invoices.All.Select(invoice => invoice.AppliesTo).ToHashSet();
        var invoice = context.Invoices.All.First(candidate =>
            context.Expected.Documents[candidate.Id] == "invoice" && !applied.Contains(candidate.Id));
        context.VoidedInvoice = invoice.Id;
        context.Invoices.Save(invoice.Id, invoice with { Status = InvoiceStatus.Voided });

        var writesBefore = context.Writes();
        context.Plans++;
        var result = await context.Display.ProgressAsync(progress => context.Sync.RunAsync(context.Configuration.Id, progress, cancellationToken));
        context.Holds = result.Holds;
        context.Expect(result.Outcome == SyncOutcome.Completed, $"The sync of the changes ended {result.Outcome}: {result.Message}");
        context.Expect(result.Counts is { ContactsUpdated: 1, DocumentsVoided: 1, Writes: 2 }, $"Two changes led to {result.Counts}.");
        context.Expect(context.Writes() - writesBefore == 2, $"Two changes led to {context.Writes() - writesBefore} writing calls.");
        context.Display.Line($"'{client.Name}' renamed, invoice {invoice.Reference} voided: {context.Writes() - writesBefore} writing calls");
    }
}
