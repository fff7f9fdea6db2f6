using Kompass.Accounting;

namespace Kompass.Xero;

internal sealed class XeroAccessService(IConfigurationStore configurations, XeroTokens tokens) : IXeroAccess
{
    public async Task<XeroAccess> GetAsync(ConfigurationId configuration, CancellationToken cancellationToken = default)
    {
        if ((await configurations.GetAsync(configuration, cancellationToken))?.Connection is not { } connection)
        {
            throw new RemoteLedgerException(
                RemoteFault.Disconnected, $"KX1202 Configuration {configuration} is not connected to Xero. Connect it first.");
        }

        var set = await RemoteFaults.TranslateAsync(() => tokens.GetAsync(connection.CredentialId, refused: null, cancellationToken));
        return new(set.AccessToken, connection.OrganisationId.Value, set.ExpiresAt);
    }
}
