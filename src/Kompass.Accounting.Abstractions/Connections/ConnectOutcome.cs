namespace Kompass.Accounting;

/// <summary>The outcomes of an authorisation.</summary>
public enum ConnectOutcome
{
    /// <summary>The configuration is connected.</summary>
    Connected,

    /// <summary>The person refused.</summary>
    Refused,

    /// <summary>The response belongs to no authorisation begun here, was used already, is too old, or came from another browser.</summary>
    Invalid,

    /// <summary>The consent granted no organisation.</summary>
    NoOrganisation,

    /// <summary>The organisation belongs to another configuration.</summary>
    OrganisationInUse,

    /// <summary>The configuration is connected to another organisation, which stays: disconnect it first.</summary>
    OtherOrganisation,

    /// <summary>The configuration belonged to another organisation: nothing is connected until the new one's name is confirmed.</summary>
    ConfirmationRequired,

    /// <summary>The ledger did not exchange the code.</summary>
    Failed,
}
