namespace Kompass.Accounting;

/// <summary>A plan while it is being made.</summary>
internal sealed class PlanDraft(Observation observation)
{
    private readonly Dictionary<RecordKey, Hold> _holds = [];
    private readonly PilotScope? _pilot = observation.Configuration.Pilot is { } pilot
        ? new(pilot.Selection, observation.Invoices.Select(item => item.Record).OfType<Invoice>(), observation.DocumentLinks.ContainsKey)
        : null;

    public Observation Observation { get; } = observation;

    public List<PlannedOperation> Operations { get; } = [];

    public List<PlannedOperation> Waiting { get; } = [];

    public List<SkippedRecord> Skipped { get; } = [];

    public List<ContactLink> Acknowledged { get; } = [];

    public HashSet<ClientId> NewContacts { get; } = [];

    public HashSet<InvoiceId> NewInvoices { get; } = [];

    public PlanPostings Postings { get; } = new();

    public List<PlannedAdjustment> Adjustments { get; } = [];

    public int Unchanged { get; set; }

    public IReadOnlyCollection<Hold> Holds => _holds.Values;

    public Hold? HoldOf(RecordKey record) => _holds.GetValueOrDefault(record);

    /// <summary>Plans a change; false when it waits, since a pilot sends others first.</summary>
    public bool Add(PlannedOperation planned)
    {
        var isSent = _pilot?.Sends(planned) != false;
        (isSent ? Operations : Waiting).Add(planned);
        return isSent;
    }

    public void Skip(RecordKey record, string title, SkipReason reason) => Skipped.Add(new(record, title, reason));

    /// <summary>Holds a record; a hold that stood for the same reason keeps its date.</summary>
    public void Hold(Hold hold)
    {
        var earlier = Observation.Holds.GetValueOrDefault(hold.Record);
        _holds[hold.Record] = earlier?.Reason == hold.Reason ? hold with { Since = earlier.Since } : hold;
    }

    public void Hold(Client client, HoldReason reason, string detail) =>
        Hold(HoldFactory.ForClient(client, reason, detail, Observation.ObservedAt));

    public void Hold(Invoice invoice, HoldReason reason, string detail) =>
        Hold(HoldFactory.ForInvoice(invoice, reason, detail, Observation.ObservedAt));

    /// <summary>Holds what cannot be settled yet; true when the record is in doubt.</summary>
    public bool HoldIfInDoubt(RecordKey record, string title, decimal? amount)
    {
        if (!Observation.Unsettled.TryGetValue(record, out var operation))
        {
            return false;
        }

        Hold(HoldFactory.Make(
            record,
            title,
            amount,
            HoldReason.OutcomeUnknown,
            $"{operation.Action} was sent at {operation.IntendedAt:u}, and it is not known yet whether it took effect.",
            Observation.ObservedAt));
        return true;
    }

    /// <summary>Leaves a record alone that a person skipped; holds it when it has changed since. False when nobody skipped it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="title">The number or name by which people know it.</param>
    /// <param name="amount">The gross amount; null for clients.</param>
    /// <param name="hash">Its hash as it is now, or <see cref="RecordSkip.Gone"/>.</param>
    public bool SkipIfDecided(RecordKey record, string title, decimal? amount, string hash)
    {
        if (!Observation.Skips.TryGetValue(record, out var skip))
        {
            return false;
        }

        if (skip.RecordHash == hash)
        {
            Skip(record, title, SkipReason.SkippedByPerson);
            return true;
        }

        var change = hash == RecordSkip.Gone ? "Kompass does not list it any more" : "it has changed in Kompass since";
        Hold(HoldFactory.Make(
            record,
            title,
            amount,
            HoldReason.ChangedSinceSkipped,
            $"{skip.SkippedBy} skipped it at {skip.SkippedAt:u} ({skip.Reason}), and {change}.",
            Observation.ObservedAt));
        return true;
    }
}
