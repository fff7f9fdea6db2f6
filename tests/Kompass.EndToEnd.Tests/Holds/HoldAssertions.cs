using System.Text.RegularExpressions;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

internal static partial class HoldAssertions
{
    /// <summary>Syncs and expects one record to be held: with its reason, a detail that names its own problem, and a remedy.</summary>
    public static Hold SyncHolding(this Rig rig, string id, HoldReason reason, params string[] inDetail)
    {
        var result = rig.SyncWhole();
        return rig.AssertHeld(result, id, reason, inDetail);
    }

    public static Hold AssertHeld(this Rig rig, SyncResult result, string id, HoldReason reason, params string[] inDetail)
    {
        var hold = rig.HoldOf(id);
        Assert.True(hold is not null, $"{id} is not held. Held: {string.Join("; ", rig.Holds)}");
        Assert.Equal((reason, hold.Detail), (hold.Reason, hold.Detail));
        Assert.All(inDetail, part => Assert.Contains(part, hold.Detail, StringComparison.Ordinal));
        if (hold.Record.Kind == RecordKind.Invoice && rig.LinkOf(id) is { Number.Length: > 0 })
        {
            Assert.DoesNotMatch(DocumentById(), hold.Detail);
        }

        Assert.False(string.IsNullOrWhiteSpace(hold.Remedy));
        Assert.False(string.IsNullOrWhiteSpace(hold.Title));
        Assert.Equal(hold.Record.Kind == RecordKind.Invoice, hold.Amount is not null);
        Assert.Contains(result.Holds, held => held.Record == hold.Record && held.Reason == reason);
        var status = rig.Statuses[hold.Record];
        Assert.Equal(RecordState.Held, status?.State);
        Assert.Equal(reason, status?.Hold?.Reason);
        return hold;
    }

    /// <summary>Syncs and expects a record that was held to be released by itself and to be in the ledger.</summary>
    public static void SyncReleasing(this Rig rig, string id)
    {
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        AssertReleased(rig, id);
    }

    public static void AssertReleased(this Rig rig, string id)
    {
        Assert.True(rig.HoldOf(id) is null, $"Still held: {rig.HoldOf(id)}");
        var known = new[] { rig.Statuses[RecordKey.Of(new InvoiceId(id))], rig.Statuses[RecordKey.Of(new ClientId(id))] }.OfType<RecordStatus>();
        Assert.All(known, status => Assert.NotEqual(RecordState.Held, status.State));
    }

    [GeneratedRegex("ocument [0-9a-f]{8}-")]
    private static partial Regex DocumentById();

    /// <summary>Nothing is in the books but what the names and numbers say.</summary>
    public static void AssertBooksHold(this Rig rig, params string[] expected)
    {
        var books = rig.Books;
        var actual = books.Contacts.Select(contact => contact.Name)
            .Concat(books.Invoices.Concat(books.CreditNotes).Select(document => document.Number!))
            .Concat(books.ManualJournals.Select(journal => journal.Narration));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
