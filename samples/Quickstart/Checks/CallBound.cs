namespace Quickstart;

/// <summary>
/// The fewest calls that the job can take, from record counts alone: 1,000 records a page, 50 a batch, one read before each
/// batch of updates; credit notes are allocated one at a time, since Xero takes them no other way.
/// </summary>
internal static class CallBound
{
    public const int Page = 1000;

    public const int Batch = 50;

    public static int Reads(int times, int records) => times * Math.Max(1, Started(records, Page));

    public static int Creates(int records) => Started(records, Batch);

    public static int Updates(int records) => 2 * Started(records, Batch);

    private static int Started(int records, int size) => (records + size - 1) / size;
}
