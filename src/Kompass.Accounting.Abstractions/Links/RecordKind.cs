namespace Kompass.Accounting;

/// <summary>The kinds of Kompass records that are synchronised.</summary>
public enum RecordKind
{
    /// <summary>A client.</summary>
    Client,

    /// <summary>An invoice, credit note or journal.</summary>
    Invoice,
}
