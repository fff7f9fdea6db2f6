using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>Makes a plan of what was observed. A pure function: the same observation gives the same plan.</summary>
internal sealed class Planner(INameMatcher matcher, IContactStore contacts, IDocumentStore documents)
{
    public SyncPlan Plan(Observation observation, RunId runId, CancellationToken cancellationToken)
    {
        var draft = new PlanDraft(observation);
        var modules = observation.Configuration.Modules;
        if (modules.HasFlag(SyncModules.Clients))
        {
            new ContactPlanner(matcher).Plan(draft, cancellationToken);
        }

        if (modules.HasFlag(SyncModules.Invoices))
        {
            new DocumentPlanner(draft).Plan(cancellationToken);
        }

        var calls = CallEstimate.Of(draft.Operations, contacts.MaximumBatch, documents.MaximumBatch);
        return new()
        {
            Id = runId,
            ConfigurationId = observation.Configuration.Id,
            Connection = observation.Connection,
            CreatedAt = observation.ObservedAt,
            VatFiledTo = observation.Configuration.Documents.VatFiledTo,
            Operations = draft.Operations,
            Waiting = draft.Waiting,
            Pilot = observation.Configuration.Pilot?.Selection,
            Holds = [.. draft.Holds],
            Skipped = draft.Skipped,
            Acknowledged = draft.Acknowledged,
            ContactDrifts = observation.ContactDrifts,
            Unchanged = observation.Unchanged + draft.Unchanged,
            Released = Released(draft),
            AccountTotals = draft.Postings.ByAccount(),
            Postings = draft.Postings.ToList(),
            Adjustments = draft.Adjustments,
            EstimatedCalls = calls,
            EstimatedBytes = CallEstimate.Bytes(draft.Operations),
            ShortestTime = CallEstimate.ShortestTime(calls, observation.Provider.Limits),
        };
    }

    /// <summary>Records that were held, are not held now, and are not tried again by this plan: trying decides anew.</summary>
    private static List<RecordKey> Released(PlanDraft draft)
    {
        var tried = draft.Operations.Select(operation => operation.Record).ToHashSet();
        return [.. draft.Observation.Holds.Keys.Where(record => draft.HoldOf(record) is null && !tried.Contains(record))];
    }
}
