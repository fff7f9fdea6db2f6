using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>Checks the emulator's books against the sample's data: never against what the engine says of itself.</summary>
internal static class BooksCheck
{
    public static QuickstartReport Run(JobContext context, TimeSpan elapsed)
    {
        var books = context.Books();
        var expected = new ExpectedBooks(context);
        var contacts = new ContactsCheck(context, books);
        contacts.Run();
        var duplicates = new DocumentsCheck(context, books, contacts).Run([.. expected.Documents()]);
        LedgerCheck.Run(context, books, expected);
        HoldsCheck.Run(context);

        var calls = context.Xero.AccountingCalls;
        var bound = Bound(context, books, contacts);
        context.Expect(calls <= 1.1 * bound, $"{calls} calls were made; at most 1.1 x {bound} were expected.");
        context.Expect(context.SecondSyncWrites == 0, $"The second sync wrote {context.SecondSyncWrites} times.");

        return new()
        {
            KompassClients = context.Clients.All.Count(),
            XeroContactsBefore = context.Before.Contacts.Count,
            MatchedHigh = context.MatchedHigh,
            Linked = contacts.Linked,
            ContactsCreated = contacts.Created,
            ContactsUpdated = contacts.Updated,
            Invoices = books.Invoices.Count - context.Before.Invoices.Count,
            CreditNotes = books.CreditNotes.Count - context.Before.CreditNotes.Count,
            Journals = books.ManualJournals.Count - context.Before.ManualJournals.Count,
            Held = context.Holds.Count,
            HoldReasons = context.Holds.GroupBy(hold => hold.Reason).OrderBy(group => group.Key).ToDictionary(group => $"{group.Key}", group => group.Count()),
            DuplicateContacts = contacts.Duplicates,
            DuplicateDocuments = duplicates,
            SecondSyncWrites = context.SecondSyncWrites,
            ApiCalls = calls,
            ApiCallsLowerBound = bound,
            Seconds = Math.Round(elapsed.TotalSeconds, 2),
            Deviations = context.Deviations,
        };
    }

    /// <summary>Accounts, items, tax rates; and whether reminders are sent, which enabling has to know.</summary>
    private const int CodesAndReminders = 4;

    private static int Bound(JobContext context, BooksSnapshot books, ContactsCheck contacts) =>
        CallBound.Reads(context.Comparisons, context.Before.Contacts.Count)
        + context.Plans + CallBound.Reads(context.Plans, books.Contacts.Count)
        + CodesAndReminders
        + CallBound.Creates(contacts.Created)
        + CallBound.Updates(contacts.Updated - 1) + CallBound.Updates(1)
        + CallBound.Creates(books.Invoices.Count - context.Before.Invoices.Count)
        + CallBound.Creates(books.CreditNotes.Count - context.Before.CreditNotes.Count)
        + CallBound.Creates(books.ManualJournals.Count - context.Before.ManualJournals.Count)
        + books.Allocations.Count - context.Before.Allocations.Count
        + CallBound.Updates(1);
}
