using Kompass.Accounting;

namespace Quickstart;

/// <summary>Exactly the records that an accountant would hold are held, each for the right reason.</summary>
internal static class HoldsCheck
{
    public static void Run(JobContext context)
    {
        var expected = context.Expected.HeldClients.ToDictionary(entry => RecordKey.Of(entry.Key), entry => entry.Value);
        foreach (var (invoice, reason) in context.Expected.HeldDocuments)
        {
            expected[RecordKey.Of(invoice)] = reason;
        }

        var actual = context.Holds.ToDictionary(hold => hold.Record);
        foreach (var record in expected.Keys.Union(actual.Keys))
        {
            var hold = actual.GetValueOrDefault(record);
            var wanted = expected.TryGetValue(record, out var reason) ? reason.ToString() : "none";
            context.Expect(
                (hold?.Reason.ToString() ?? "none") == wanted,
                $"The {record} is held for {hold?.Reason.ToString() ?? "none"} ({hold?.Detail}); {wanted} was expected.");
        }
    }
}
