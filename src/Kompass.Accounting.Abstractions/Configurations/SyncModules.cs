namespace Kompass.Accounting;

/// <summary>What a configuration synchronises.</summary>
[Flags]
public enum SyncModules
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Kompass clients become contacts.</summary>
    Clients = 1,

    /// <summary>Kompass invoices become invoices, credit notes or manual journals. Requires <see cref="Clients"/>.</summary>
    Invoices = 2,
}
