using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>What the administrator is told after a consent.</summary>
internal static class ConnectResults
{
    public static ConnectResult Connected(RemoteConnection connection, IReadOnlyList<string> others, IReadOnlyList<string> missing)
    {
        var message = $"Connected to the Xero organisation '{connection.OrganisationName}'.";
        if (others.Count > 0)
        {
            message += $" The same consent also granted {string.Join(", ", others.Select(o => $"'{o}'"))}, which are not used here.";
        }

        if (missing.Count > 0)
        {
            message += $" Not granted: {string.Join(", ", missing)}. What needs it will be refused: connect again and allow it.";
        }

        return new() { Outcome = ConnectOutcome.Connected, Message = message, Connection = connection, OtherOrganisations = others, MissingPermissions = missing };
    }

    public static ConnectResult Refused() => Of(ConnectOutcome.Refused, "Consent was refused in Xero. Nothing was connected; connect again when you are ready.");

    public static ConnectResult Invalid() => Of(
        ConnectOutcome.Invalid,
        "This answer from Xero belongs to no connection begun here: it was used already, is older than ten minutes, or came from another browser. Start again from the configuration.");

    public static ConnectResult NoOrganisation() => Of(
        ConnectOutcome.NoOrganisation, "The consent granted no organisation. Connect again and choose one in Xero.");

    public static ConnectResult InUse(string organisation) => Of(
        ConnectOutcome.OrganisationInUse,
        $"The Xero organisation '{organisation}' belongs to another configuration. Disconnect it there, or connect again and choose another.");

    public static ConnectResult Other(string connected, string granted) => Of(
        ConnectOutcome.OtherOrganisation,
        connected == granted
        ? $"This configuration is connected to '{connected}', and the consent was for another organisation of the same name, such as a demo company after its reset. Nothing was changed. Disconnect first if it is to take the place of the other."
        : $"This configuration is connected to '{connected}', and the consent was for '{granted}'. Nothing was changed. Connect again and choose '{connected}', or disconnect first if '{granted}' is to take its place.");

    public static ConnectResult Unconfirmed(string former, RemoteConnection pending) => Of(
        ConnectOutcome.ConfirmationRequired,
        $"This configuration belonged to '{former}', and the consent is for '{pending.OrganisationName}'. Nothing is connected yet: confirm the name of the new organisation, or authorise again and choose '{former}'.") with
    {
        Connection = pending,
    };

    public static ConnectResult NothingPending() => Of(
        ConnectOutcome.Invalid, "No organisation waits to be confirmed here: the consent is older than a day, or was dealt with already. Authorise again.");

    public static ConnectResult Failed(string reason) => Of(ConnectOutcome.Failed, $"Xero could not be connected: {reason} Connect again.");

    /// <summary>A code from an address bar, fit to be shown.</summary>
    public static string Plain(string code) => string.Concat(code.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').Take(40));

    private static ConnectResult Of(ConnectOutcome outcome, string message) => new() { Outcome = outcome, Message = message };
}
