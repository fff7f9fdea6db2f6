namespace Kompass.Accounting;

/// <summary>Why a record is held: not sent, shown, and released by itself once the cause is gone.</summary>
public enum HoldReason
{
    /// <summary>The client's name is empty, too long or holds characters that the ledger refuses.</summary>
    ContactNameInvalid,

    /// <summary>Another active contact, or another client, has the very name.</summary>
    NameTaken,

    /// <summary>A contact that existed before us looks like the client.</summary>
    LookAlike,

    /// <summary>The linked contact is archived.</summary>
    ContactArchived,

    /// <summary>The linked contact was merged into another one.</summary>
    ContactMerged,

    /// <summary>The linked contact or document is gone.</summary>
    RemoteRecordMissing,

    /// <summary>The client has no contact: ignored by a reviewer, held itself, or unknown.</summary>
    UnlinkedClient,

    /// <summary>A VAT rate has no mapping and no account default that is beyond doubt.</summary>
    UnmappedVatRate,

    /// <summary>A nominal account has no mapping, and there is no account default that may be used.</summary>
    UnmappedNominal,

    /// <summary>An account is unknown, archived or not allowed for the kind of document.</summary>
    AccountUnusable,

    /// <summary>A tax rate is unknown, archived or does not apply to the account.</summary>
    TaxRateUnusable,

    /// <summary>An item is unknown, not sold, or its stock is tracked.</summary>
    ItemUnusable,

    /// <summary>The organisation does not use the currency.</summary>
    CurrencyNotSubscribed,

    /// <summary>The date lies in a period that is locked in the ledger.</summary>
    PeriodLocked,

    /// <summary>Net, VAT or gross would not be the same to the penny.</summary>
    TotalsDiffer,

    /// <summary>The allocations of a journal do not sum to zero, or are fewer than two.</summary>
    UnbalancedJournal,

    /// <summary>Net is zero and VAT is not.</summary>
    NetZeroWithVat,

    /// <summary>A line that needs a description has none.</summary>
    MissingDescription,

    /// <summary>An invoice has no due date.</summary>
    MissingDueDate,

    /// <summary>A quantity or unit amount has more than four decimals.</summary>
    TooManyDecimals,

    /// <summary>The document number is empty or too long.</summary>
    NumberInvalid,

    /// <summary>Another document has the number.</summary>
    NumberTaken,

    /// <summary>The invoice that a credit note names is not in the ledger.</summary>
    AppliesToNotSynced,

    /// <summary>The amount changed its sign since the document was sent.</summary>
    KindChanged,

    /// <summary>The client, the number or the currency changed since the document was sent.</summary>
    IdentityChanged,

    /// <summary>The document was sent, and Kompass has since deleted it, withdrawn its approval or unticked Synchronize.</summary>
    Withdrawn,

    /// <summary>Somebody changed the document in the ledger since we wrote it.</summary>
    EditedRemotely,

    /// <summary>Payments or credits stand against the document.</summary>
    Settled,

    /// <summary>The ledger refused the record for a cause of its own.</summary>
    RefusedByLedger,

    /// <summary>It is not known whether a change took effect: it is being settled by reading.</summary>
    OutcomeUnknown,

    /// <summary>What the ledger stored is not what was sent.</summary>
    StoredDiffers,

    /// <summary>The date lies in a year that was closed.</summary>
    YearLocked,

    /// <summary>The date lies in a period for which VAT was filed.</summary>
    VatFiled,

    /// <summary>A person skipped the record, and it has changed in Kompass since.</summary>
    ChangedSinceSkipped,

    /// <summary>A comparison found a document in the ledger that may be this one.</summary>
    AlreadyInLedger,

    /// <summary>The document was undone by an approved plan.</summary>
    Undone,

    /// <summary>The journal was posted, and has changed in Kompass since: a posted journal is not edited.</summary>
    PostedJournal,
}
