namespace Kompass.Accounting;

/// <summary>What the interlock says to people: what is the matter, and what to do.</summary>
internal static class InterlockTexts
{
    private const string OrOverride =
        " Somebody who knows that none of them is a client of Kompass can override this instead, with a reason that is recorded.";

    public static string Open(RemoteConnection connection, ReconciliationReport? report) => report is null
        ? $"{connection.OrganisationName} has no contacts that are not linked already."
        : string.Create(
            CultureInfo.InvariantCulture, $"Every high and medium match of the comparison of {report.CreatedAt:yyyy-MM-dd HH:mm} UTC is decided.");

    public static string Undecided(RemoteConnection connection, ProviderDescriptor provider, int undecided) =>
        $"Stop here: {connection.OrganisationName} contains contacts that look like Kompass clients, and "
        + (undecided == 1 ? "1 high or medium match is" : $"{undecided} high and medium matches are")
        + $" not decided. Enabling Clients now would create those clients in {provider.DisplayName} a second time. "
        + $"Decide {ReviewWords.Link}, {ReviewWords.Create} or {ReviewWords.Ignore} about each of them, in the comparison or in its exported file, then enable.";

    /// <param name="connection">The organisation.</param>
    /// <param name="provider">The ledger.</param>
    /// <param name="latest">When the latest comparison was finished, whether or not it counts; null when there is none.</param>
    /// <param name="added">Kompass organisations that it left out.</param>
    /// <param name="uncovered">How many contacts it does not cover, at least 1.</param>
    public static string Uncovered(
        RemoteConnection connection,
        ProviderDescriptor provider,
        DateTimeOffset? latest,
        IReadOnlyList<KompassOrganisationId> added,
        int uncovered)
    {
        var count = uncovered == 1 ? "1 contact" : $"{uncovered} contacts";
        if (latest is not { } finished)
        {
            return $"Stop here: {connection.OrganisationName} contains {count} never compared with Kompass's clients. "
                + $"Enabling Clients now would create every client in {provider.DisplayName} as a new contact, beside the existing ones. "
                + "Compare contacts with Kompass clients, review and import the file, then enable." + OrOverride;
        }

        var when = finished.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var cause = finished <= connection.ConnectedAt
            ? $"the comparison of {when} UTC is older than the connection to {connection.OrganisationName}, so {count} may have changed since."
            : added.Count > 0
                ? $"{string.Join(", ", added)} {(added.Count == 1 ? "was" : "were")} added after the comparison of {when} UTC, "
                    + $"so {count} of {connection.OrganisationName} {(uncovered == 1 ? "was" : "were")} never compared with the clients there."
                : $"{connection.OrganisationName} contains {count} that the comparison of {when} UTC does not cover.";
        return $"Stop here: {cause} Enabling Clients now might create clients in {provider.DisplayName} a second time. "
            + "Compare contacts with Kompass clients again, review and import the file, then enable; what was linked and decided before still counts."
            + OrOverride;
    }
}
