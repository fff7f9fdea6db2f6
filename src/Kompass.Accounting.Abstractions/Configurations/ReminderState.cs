namespace Kompass.Accounting;

/// <summary>Whether the organisation reminds customers of unpaid invoices, and what that would mean for those that the sync sends.</summary>
/// <param name="AreSent">Whether reminders are sent; null when the ledger does not say, which counts as if they were.</param>
/// <param name="OverdueDocuments">How many invoices that the sync would send are past their due date today. 0 where no reminders are sent.</param>
/// <param name="Acknowledgement">Who acknowledged it for this organisation; null when nobody did.</param>
public sealed record ReminderState(bool? AreSent, int OverdueDocuments, ReminderAcknowledgement? Acknowledgement)
{
    /// <summary>True when Invoices may be enabled: no reminders are sent, or somebody acknowledged them.</summary>
    public bool IsSettled => AreSent == false || Acknowledgement is not null;
}
