namespace Kompass.Accounting;

/// <summary>The causes for which a ledger refuses one record.</summary>
public enum RefusalKind
{
    /// <summary>A cause that this version does not know; the messages tell.</summary>
    Other,

    /// <summary>Another active contact has the name.</summary>
    NameTaken,

    /// <summary>Another record has the contact or document number.</summary>
    NumberTaken,

    /// <summary>The contact is archived.</summary>
    ContactArchived,

    /// <summary>The date lies in a locked period.</summary>
    PeriodLocked,

    /// <summary>An account is unknown, archived or not allowed here.</summary>
    AccountInvalid,

    /// <summary>A tax rate is unknown, archived or does not fit the account.</summary>
    TaxRateInvalid,

    /// <summary>The organisation does not use the currency.</summary>
    CurrencyNotSubscribed,

    /// <summary>The document's state, a payment or a credit forbids the change.</summary>
    StateForbids,

    /// <summary>Debits and credits differ.</summary>
    Unbalanced,

    /// <summary>The record is gone.</summary>
    NotFound,

    /// <summary>The date lies in a closed year.</summary>
    YearLocked,
}
