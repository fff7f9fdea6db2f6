namespace Kompass.Benchmarks;

/// <summary>
/// The least that Xero's limits allow: 60 calls in any 60 seconds, 5 in flight, 5,000 a day, 50 records a write, 1,000 a page. Counts
/// only calls that nobody can do without: a page of contacts, the writes, and a read before each write that changes a record.
/// Accounts, tax rates, items and the organisation are not in it, and no call waits for another.
/// </summary>
internal static class LowerBound
{
    private const int PerMinute = 60;
    private const int InFlight = 5;
    private const int PerDay = 5000;
    private const int Batch = 50;

    /// <param name="newContacts">Contacts to create.</param>
    /// <param name="newDocuments">Documents to create.</param>
    /// <param name="editedContacts">Contacts to read and to update.</param>
    /// <param name="editedDocuments">Documents to read and to update.</param>
    public static int Calls(int newContacts, int newDocuments, int editedContacts, int editedDocuments) =>
        1 + Batches(newContacts) + Batches(newDocuments) + (2 * Batches(editedContacts)) + (2 * Batches(editedDocuments));

    /// <summary>From the first call sent to the last one answered.</summary>
    public static double Seconds(int calls, TimeSpan latency)
    {
        var days = (calls - 1) / PerDay;
        var ofDay = calls - (days * PerDay);
        var minutes = (ofDay - 1) / PerMinute;
        var ofMinute = ofDay - (minutes * PerMinute);
        var waves = (ofMinute + InFlight - 1) / InFlight;
        return TimeSpan.FromDays(days).TotalSeconds + (60 * minutes) + (waves * latency.TotalSeconds);
    }

    private static int Batches(int records) => (records + Batch - 1) / Batch;
}
