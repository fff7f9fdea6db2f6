namespace Kompass.Accounting;

internal static class RefusalReasons
{
    public static HoldReason For(RefusalKind kind, DocumentKind? document) => kind switch
    {
        RefusalKind.NameTaken => HoldReason.NameTaken,
        RefusalKind.NumberTaken => HoldReason.NumberTaken,
        RefusalKind.ContactArchived => HoldReason.ContactArchived,
        RefusalKind.PeriodLocked => HoldReason.PeriodLocked,
        RefusalKind.YearLocked => HoldReason.YearLocked,
        RefusalKind.AccountInvalid => HoldReason.AccountUnusable,
        RefusalKind.TaxRateInvalid => HoldReason.TaxRateUnusable,
        RefusalKind.CurrencyNotSubscribed => HoldReason.CurrencyNotSubscribed,
        // Nothing can stand against a journal: the ledger does not let a posted one be changed.
        RefusalKind.StateForbids when document != DocumentKind.Journal => HoldReason.Settled,
        RefusalKind.Unbalanced => HoldReason.UnbalancedJournal,
        RefusalKind.NotFound => HoldReason.RemoteRecordMissing,
        _ => HoldReason.RefusedByLedger,
    };
}
