namespace Kompass.Xero;

/// <summary>What a failure at Xero's identity service means for the tokens.</summary>
internal enum XeroIdentityFault
{
    /// <summary>Nothing is known to be wrong with the tokens: keep them and try again later.</summary>
    Transient,

    /// <summary>The consent is gone (<c>invalid_grant</c>): a person must connect again. Never retried.</summary>
    ReconnectRequired,

    /// <summary>This app is set up wrongly (<c>invalid_client</c>, <c>unauthorized_client</c>, <c>invalid_scope</c>): tokens are kept.</summary>
    Configuration,

    /// <summary>The person refused consent.</summary>
    Denied,
}
