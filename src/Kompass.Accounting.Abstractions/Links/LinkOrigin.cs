namespace Kompass.Accounting;

/// <summary>How a contact link came to be; decides which fields a sync may overwrite.</summary>
public enum LinkOrigin
{
    /// <summary>Confirmed in a reviewed reconciliation: the contact existed before us.</summary>
    Reconciled,

    /// <summary>Entered by an administrator: the contact existed before us.</summary>
    Manual,

    /// <summary>The sync created the contact.</summary>
    Created,
}
