namespace Kompass.Accounting;

/// <summary>What a person has to confirm before a client is linked to a contact.</summary>
public enum LinkDoubtKind
{
    /// <summary>The client and the contact have little in common.</summary>
    Unlike,

    /// <summary>The contact is linked to another client: both would share it.</summary>
    ContactTaken,

    /// <summary>The client is linked to another contact: the new link would take its place.</summary>
    ClientTaken,
}
