using Duende.IdentityModel.Client;

namespace Kompass.Xero;

/// <summary>Tells a lost consent from a wrong set-up from a passing fault: only the first may discard tokens.</summary>
internal static class IdentityFaults
{
    public static XeroIdentityException From(ProtocolResponse response, CancellationToken cancellationToken)
    {
        if (response.ErrorType == ResponseErrorType.Exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(XeroIdentityFault.Transient, "KX1103 Xero's identity service did not answer. It is tried again later.", null, response.Exception);
        }

        var error = response.TryGet("error");
        var status = (int)response.HttpStatusCode;
        return error switch
        {
            // A server fault says nothing about the tokens, whatever its body claims.
            _ when status >= 500 || status == 429 => Transient(status),
            "invalid_grant" => new(
                XeroIdentityFault.ReconnectRequired, "KX1104 Xero no longer accepts this consent (invalid_grant). Connect Xero again.", error),
            "invalid_client" or "unauthorized_client" => new(
                XeroIdentityFault.Configuration,
                $"KX1105 Xero does not know this app ({error}). Check XeroOptions.ClientId and ClientSecret at developer.xero.com/app/manage; the connection itself is kept.",
                error),
            "invalid_scope" => new(
                XeroIdentityFault.Configuration,
                "KX1106 Xero refuses a scope for this app (invalid_scope). Apps made since March 2026 take granular scopes only: check AdditionalScopes.",
                error),
            "access_denied" => new(XeroIdentityFault.Denied, "KX1107 Consent was refused in Xero.", error),
            "invalid_request" or "unsupported_grant_type" => new(
                XeroIdentityFault.Configuration, $"KX1108 Xero refuses the request as set up ({error}). Check ClientId and RedirectUri.", error),
            _ => Transient(status),
        };
    }

    private static XeroIdentityException Transient(int status) => new(
        XeroIdentityFault.Transient, $"KX1109 Xero's identity service failed (HTTP {status}). It is tried again later; the tokens are kept.");
}
