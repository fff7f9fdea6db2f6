namespace Kompass.Accounting;

internal static class RefusalReasons
{
    public static HoldReason For(RefusalKind kind) => kind switch
    {
        RefusalKind.NameTaken => HoldReason.NameTaken,
        RefusalKind.NumberTaken => HoldReason.NumberTaken,
        RefusalKind.ContactArchived => HoldReason.ContactArchived,
        RefusalKind.PeriodLocked => HoldReason.PeriodLocked,
        RefusalKind.AccountInvalid => HoldReason.AccountUnusable,
        RefusalKind.TaxRateInvalid => HoldReason.TaxRateUnusable,
        RefusalKind.CurrencyNotSubscribed => HoldReason.CurrencyNotSubscribed,
        RefusalKind.StateForbids => HoldReason.Settled,
        RefusalKind.Unbalanced => HoldReason.UnbalancedJournal,
        RefusalKind.NotFound => HoldReason.RemoteRecordMissing,
        _ => HoldReason.RefusedByLedger,
    };
}
