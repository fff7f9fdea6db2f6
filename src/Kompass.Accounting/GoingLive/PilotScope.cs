namespace Kompass.Accounting;

/// <summary>Tells which planned changes belong to a pilot.</summary>
internal sealed class PilotScope
{
    private readonly HashSet<InvoiceId> _invoices;
    private readonly HashSet<ClientId> _clients;
    private readonly Func<InvoiceId, bool> _isInLedger;

    /// <param name="selection">What was chosen.</param>
    /// <param name="invoices">The documents at hand, from which the clients that the chosen ones need are known.</param>
    /// <param name="isInLedger">Whether a document was sent already.</param>
    public PilotScope(PilotSelection selection, IEnumerable<Invoice> invoices, Func<InvoiceId, bool> isInLedger)
    {
        _invoices = [.. selection.Invoices];
        _clients = [.. selection.Clients, .. invoices.Where(invoice => _invoices.Contains(invoice.Id)).Select(invoice => invoice.ClientId).OfType<ClientId>()];
        _isInLedger = isInLedger;
    }

    public bool Sends(PlannedOperation planned) => planned switch
    {
        CreateContact contact => _clients.Contains(contact.Client),
        UpdateContact contact => _clients.Contains(contact.Link.ClientId),
        CreateDocument { Content.Kind: DocumentKind.CreditNote, Invoice: { AppliesTo: { } target } note } => _invoices.Contains(note.Id) && IsThere(target),
        CreateDocument document => _invoices.Contains(document.Invoice.Id),
        UpdateDocument document => _invoices.Contains(document.Link.InvoiceId),
        VoidDocument document => _invoices.Contains(document.Link.InvoiceId),
        AllocateCredit credit => _invoices.Contains(credit.CreditNote) && IsThere(credit.AppliesTo),
        _ => false,
    };

    /// <summary>Whether a plan that was made for one selection sends nothing beyond another.</summary>
    public static bool IsWithin(PilotSelection? planned, PilotSelection selection) =>
        planned is not null && !planned.Invoices.Except(selection.Invoices).Any() && !planned.Clients.Except(selection.Clients).Any();

    /// <summary>What of both was chosen.</summary>
    public static PilotSelection Both(PilotSelection one, PilotSelection? other) => other is null
        ? one
        : new([.. one.Invoices.Intersect(other.Invoices)], [.. one.Clients.Intersect(other.Clients)]);

    /// <summary>The plan as far as it belongs to a selection; what does not belong to it waits.</summary>
    public static SyncPlan Narrow(SyncPlan plan, PilotSelection? selection)
    {
        if (selection is null || IsWithin(plan.Pilot, selection))
        {
            return plan;
        }

        var created = plan.Operations.OfType<CreateDocument>().Select(planned => planned.Invoice).ToList();
        var fresh = created.Concat(plan.Waiting.OfType<CreateDocument>().Select(planned => planned.Invoice)).Select(invoice => invoice.Id).ToHashSet();
        var changed = plan.Operations.OfType<UpdateDocument>().Select(planned => planned.Invoice);
        var scope = new PilotScope(selection, created.Concat(changed), id => !fresh.Contains(id));
        return plan with
        {
            Operations = [.. plan.Operations.Where(scope.Sends)],
            Waiting = [.. plan.Waiting, .. plan.Operations.Where(planned => !scope.Sends(planned))],
            Pilot = Both(selection, plan.Pilot),
        };
    }

    private bool IsThere(InvoiceId target) => _invoices.Contains(target) || _isInLedger(target);
}
