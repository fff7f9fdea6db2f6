namespace Kompass.Accounting;

/// <summary>Which clients a configuration sends.</summary>
public enum ClientScope
{
    /// <summary>Every client of the organisations: the default.</summary>
    All,

    /// <summary>Only clients that have a document to send, so that prospects do not flood the ledger.</summary>
    WithDocuments,
}
