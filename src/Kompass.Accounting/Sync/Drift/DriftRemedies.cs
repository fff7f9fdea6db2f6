namespace Kompass.Accounting;

/// <summary>What a person does about each kind of drift.</summary>
internal static class DriftRemedies
{
    public static string For(DriftKind kind) => kind switch
    {
        DriftKind.Touched => "Nothing. Should the record change in Kompass, it is held, so that nothing of it is overwritten.",
        DriftKind.Edited => "Compare both versions, then undo the change in the ledger or make it in Kompass too. Nothing is overwritten.",
        DriftKind.PartPaid => "Nothing: it is paid in part.",
        DriftKind.Paid => "Nothing: it is paid.",
        DriftKind.Credited => "Nothing, if the credit was agreed.",
        DriftKind.Voided => "Void the document in Kompass too. If it was voided by mistake, unlink the record so that it is sent anew.",
        DriftKind.Deleted => "Void or delete the record in Kompass too. If it was deleted by mistake, unlink the record so that it is sent anew.",
        DriftKind.Doubled => "Find out which of the two documents counts, and void the other one in the ledger.",
        DriftKind.Renamed => "Nothing: the name that a person gave is not overwritten.",
        DriftKind.Archived => "Restore the contact in the ledger, or link the client to another contact, before its next document.",
        DriftKind.Merged => "Link the client to the contact that the old one was merged into, or to another one.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A drift without a remedy."),
    };

    public static RecordDrift Of(DriftKind kind, string detail) => new(kind, detail, For(kind));
}
