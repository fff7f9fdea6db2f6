using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>The words of the reason column.</summary>
internal sealed class RowReasons(ProviderDescriptor provider)
{
    /// <summary>
    /// The band that a reviewer sees. An archived or merged contact is never high: linking it takes another step first.
    /// </summary>
    public static ConfidenceBand BandOf(MatchBand band, RemoteContact contact) => band switch
    {
        MatchBand.High => contact.IsUsable ? ConfidenceBand.High : ConfidenceBand.Medium,
        MatchBand.Medium => ConfidenceBand.Medium,
        MatchBand.Low => ConfidenceBand.Low,
        _ => ConfidenceBand.None,
    };

    public static string Decided(ContactDecision decision) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"decided {(decision.Decision == ReviewDecision.Create ? "create" : "ignore")} by {decision.DecidedBy} on {decision.DecidedAt:yyyy-MM-dd}");

    public string Candidate(RemoteContact contact, MatchBand band, string reason, ContactDecision? earlier) =>
        StateOf(contact) + (band == MatchBand.High && !contact.IsUsable ? "therefore medium, not high: " : "") + reason + (earlier is null ? "" : $"; {Decided(earlier)}, but this contact looks like the client");

    public string ContactOnly(RemoteContact contact, string? reason) =>
        StateOf(contact) + (string.IsNullOrWhiteSpace(reason) ? "no client looks like this contact" : reason);

    public string Contested(string contactName, RemoteContactId contact) =>
        $"contact '{contactName}' ({contact}) in {provider.DisplayName} resembles this client, but fits another client as well or better: look at it before you create";

    public string ClientOnly() => $"no contact in {provider.DisplayName} looks like this client";

    public string Linked(ContactLink link, RemoteContact? contact, Client? client)
    {
        var linked = string.Create(CultureInfo.InvariantCulture, $"linked by {link.CreatedBy} on {link.CreatedAt:yyyy-MM-dd}");
        return contact is null ? $"{linked} to contact {link.RemoteContactId}, which {provider.DisplayName} no longer has: remove the link"
            : client is null ? $"{linked} to client {link.ClientId}, which Kompass no longer has"
            : contact.MergedInto is { } survivor ? $"{linked}; since merged in {provider.DisplayName} into contact {survivor}: link that one instead"
            : contact.IsUsable ? linked
            : $"{linked}; since archived in {provider.DisplayName}: restore it there, or link another contact";
    }

    private string StateOf(RemoteContact contact) =>
        contact.MergedInto is { } survivor ? $"merged in {provider.DisplayName} into contact {survivor}, cannot be linked: link that one; "
        : contact.IsUsable ? ""
        : $"archived in {provider.DisplayName}, cannot be linked until it is restored there; ";
}
