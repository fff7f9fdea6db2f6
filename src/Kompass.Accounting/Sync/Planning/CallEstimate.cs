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

    private static int Batches(int count, int size) => (count + size - 1) / size;
}
