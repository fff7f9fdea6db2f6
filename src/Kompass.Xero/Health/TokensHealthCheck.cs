using System.Globalization;
using Kompass.Accounting;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Looks whether each connection works, as far as is known without asking Xero, and when its consent lapses.</summary>
internal sealed class TokensHealthCheck(
    IConfigurationStore configurations, ICredentialStore credentials, IOptions<XeroHealthOptions> options, TimeProvider time)
    : ConfigurationHealthCheck(configurations, options, time)
{
    protected override string Well => "Every connection works, as far as is known, and no consent is about to lapse.";

    protected override async Task<IReadOnlyList<HealthFinding>> FindAsync(
        IReadOnlyList<SyncConfiguration> configurations, CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        foreach (var configuration in configurations)
        {
            if (configuration.Connection is { } connection && await LookAsync(connection, cancellationToken) is var (isLost, text))
            {
                findings.Add(new(configuration.Id, isLost && configuration.IsEnabled, text));
            }
        }

        return findings;
    }

    private async Task<(bool IsLost, string Text)?> LookAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Loss is { } loss)
        {
            return (true, Invariant($"Xero has accepted the connection no more since {loss.Since:u}. Authorise the same organisation again; what is not sent waits."));
        }

        if (await credentials.GetAsync(connection.CredentialId, cancellationToken) is not { } stored
            || !TokenSetPayload.TryRead(stored.Payload.Span, out var tokens))
        {
            return (true, "The credential is missing or cannot be decrypted. Bring Data Protection's key ring back, or authorise the same organisation again.");
        }

        var lapses = tokens.IssuedAt + TokenSet.LongestIdle;
        if (tokens.HasEnded || lapses <= Now)
        {
            return (true, "The consent has ended. Authorise the same organisation again; what is not sent waits.");
        }

        return lapses - Now < Options.TokenWarning
            ? (false, Invariant($"Nobody has used the consent since {tokens.IssuedAt:u}, and Xero forgets it at {lapses:u}. Let the worker run, or call IConnectionUpkeep.RunAsync once a day."))
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
