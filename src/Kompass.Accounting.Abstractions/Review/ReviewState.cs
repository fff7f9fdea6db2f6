namespace Kompass.Accounting;

/// <summary>How a row of a comparison stands now, whatever it was when the contacts were compared.</summary>
public enum ReviewState
{
    /// <summary>A person still has to look at it.</summary>
    Open,

    /// <summary>Its contact is linked to a client, or its client to a contact.</summary>
    Linked,

    /// <summary>Its client gets a contact of its own.</summary>
    ToCreate,

    /// <summary>It is left alone.</summary>
    Ignored,
}
