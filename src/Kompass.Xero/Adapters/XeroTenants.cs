using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Makes the tenant of a connection.</summary>
internal sealed class XeroTenants(XeroTokens tokens)
{
    public XeroTenant For(RemoteConnection connection) =>
        new(
            connection.OrganisationId.Value,
            new CredentialTokens(tokens, connection.CredentialId),
            connection.IsBackground ? CallPriority.Sync : CallPriority.Interactive,
            connection.IsReadOnly);

    private sealed class CredentialTokens(XeroTokens tokens, CredentialId id) : IAccessTokens
    {
        public async ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
            (await tokens.GetAsync(id, refused: null, cancellationToken)).AccessToken;

        public async ValueTask<string> ReplaceAsync(string refused, CancellationToken cancellationToken) =>
            (await tokens.GetAsync(id, refused, cancellationToken)).AccessToken;
    }
}
