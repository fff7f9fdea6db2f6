namespace Kompass.Accounting;

internal static class SyncCountsExtensions
{
    /// <summary>What two parts of a run did; held is what the later one says.</summary>
    public static SyncCounts Plus(this SyncCounts one, SyncCounts other) => new()
    {
        ContactsCreated = one.ContactsCreated + other.ContactsCreated,
        ContactsUpdated = one.ContactsUpdated + other.ContactsUpdated,
        InvoicesCreated = one.InvoicesCreated + other.InvoicesCreated,
        CreditNotesCreated = one.CreditNotesCreated + other.CreditNotesCreated,
        JournalsCreated = one.JournalsCreated + other.JournalsCreated,
        DocumentsUpdated = one.DocumentsUpdated + other.DocumentsUpdated,
        DocumentsVoided = one.DocumentsVoided + other.DocumentsVoided,
        CreditsAllocated = one.CreditsAllocated + other.CreditsAllocated,
        Held = other.Held,
        Unknown = one.Unknown + other.Unknown,
    };
}
