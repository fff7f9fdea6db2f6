namespace Kompass.Benchmarks;

/// <summary>
/// What the syncing process may hold in managed memory, so that the peak says what a sync needs, and not what a collector likes to take
/// on a large machine. A run that needs more ends for want of memory.
/// </summary>
internal static class HeapLimit
{
    private const ulong Base = 120UL * 1024 * 1024;
    private const ulong PerInvoice = 1000;

    /// <summary>130 MB for 10,000 invoices, 215 MB for 100,000: their links are what grows.</summary>
    public static void Set(int invoices)
    {
        AppContext.SetData("GCHeapHardLimit", Base + (PerInvoice * (ulong)invoices));
        GC.RefreshMemoryLimit();
    }
}
