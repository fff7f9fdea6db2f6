namespace Kompass.Accounting;

/// <summary>What a run did, in records.</summary>
public sealed record SyncCounts
{
    /// <summary>Contacts created.</summary>
    public int ContactsCreated { get; init; }

    /// <summary>Contacts updated.</summary>
    public int ContactsUpdated { get; init; }

    /// <summary>Invoices created.</summary>
    public int InvoicesCreated { get; init; }

    /// <summary>Credit notes created.</summary>
    public int CreditNotesCreated { get; init; }

    /// <summary>Journals created.</summary>
    public int JournalsCreated { get; init; }

    /// <summary>Documents updated.</summary>
    public int DocumentsUpdated { get; init; }

    /// <summary>Documents voided or deleted.</summary>
    public int DocumentsVoided { get; init; }

    /// <summary>Credit notes used for their invoice.</summary>
    public int CreditsAllocated { get; init; }

    /// <summary>Records held.</summary>
    public int Held { get; init; }

    /// <summary>Operations whose outcome is not known yet.</summary>
    public int Unknown { get; init; }

    /// <summary>Everything that was written into the ledger.</summary>
    public int Writes =>
        ContactsCreated + ContactsUpdated + InvoicesCreated + CreditNotesCreated + JournalsCreated
        + DocumentsUpdated + DocumentsVoided + CreditsAllocated;
}
