namespace Kompass.Accounting;

/// <summary>How many calls applying a plan takes, if nothing fails.</summary>
internal static class CallEstimate
{
    public static int Of(IReadOnlyCollection<PlannedOperation> operations, int contactBatch, int documentBatch)
    {
        var calls = Batches(operations.OfType<CreateContact>().Count(), contactBatch)
            + (2 * Batches(operations.OfType<UpdateContact>().Count(), contactBatch))
            + operations.OfType<AllocateCredit>().Count();
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            calls += Batches(operations.OfType<CreateDocument>().Count(operation => operation.Content.Kind == kind), documentBatch)
                + (2 * Batches(operations.OfType<UpdateDocument>().Count(operation => operation.Link.Kind == kind), documentBatch))
                + (2 * Batches(operations.OfType<VoidDocument>().Count(operation => operation.Link.Kind == kind), documentBatch));
        }

        return calls;
    }

    /// <summary>How long the ledger's limits make those calls take at best, the time of the calls themselves left aside.</summary>
    public static TimeSpan ShortestTime(int calls, LedgerLimits limits)
    {
        if (calls == 0)
        {
            return TimeSpan.Zero;
        }

        var days = (calls - 1) / limits.CallsPerDay;
        var ofLastDay = calls - (days * limits.CallsPerDay);
        return TimeSpan.FromDays(days) + TimeSpan.FromMinutes((ofLastDay - 1) / limits.CallsPerMinute);
    }

    /// <summary>How many bytes applying a plan sends and receives, about: what each text and line of JSON takes, there and back.</summary>
    public static long Bytes(IReadOnlyCollection<PlannedOperation> operations) => operations.Sum(operation => operation switch
    {
        CreateContact contact => 1600 + (2L * Letters(contact.Content)),
        UpdateContact contact => 2900 + (3L * Letters(contact.Content)),
        CreateDocument document => 2000 + Lines(document.Content),
        UpdateDocument document => 3500 + (2L * Lines(document.Content)),
        VoidDocument => 4000L,
        _ => 700L,
    });

    private static long Lines(DocumentContent content) => content.Lines.Sum(line => 500 + (2L * (line.Description?.Length ?? 0)));

    private static int Letters(ContactContent content) =>
        (content.Name?.Length ?? 0) + (content.EmailAddress?.Length ?? 0) + (content.Address?.Line1?.Length ?? 0) + (content.Address?.Line2?.Length ?? 0);

    private static int Batches(int count, int size) => (count + size - 1) / size;
}
