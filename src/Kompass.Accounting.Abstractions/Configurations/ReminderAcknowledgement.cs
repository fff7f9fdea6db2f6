namespace Kompass.Accounting;

/// <summary>The recorded answer of somebody who knows that the ledger may remind customers of invoices that the sync sends.</summary>
/// <param name="AcknowledgedBy">Who answers for it.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <param name="OverdueDocuments">How many invoices would have been overdue at once.</param>
/// <param name="OrganisationId">The organisation that it holds for, and no other.</param>
public sealed record ReminderAcknowledgement(
    string AcknowledgedBy,
    DateTimeOffset AcknowledgedAt,
    int OverdueDocuments,
    RemoteOrganisationId OrganisationId);
