namespace Kompass.Accounting;

/// <summary>What a person decides about a row of a comparison: the words of the decision column.</summary>
public enum RowChoice
{
    /// <summary>The row's contact and client are the same.</summary>
    Link,

    /// <summary>The row's client gets a contact of its own; the row's contact, if it has one, is not that client.</summary>
    Create,

    /// <summary>The row's contact is left alone, or on a row without a contact the client.</summary>
    Ignore,
}
