using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal static partial class ReconciliationLog
{
    [LoggerMessage(4000, LogLevel.Information,
        "Compared {Contacts} contacts of organisation {Organisation} with {Clients} clients: report {Report}, {Remaining} rows to look at")]
    public static partial void Compared(
        this ILogger logger, int contacts, RemoteOrganisationId organisation, int clients, ReconciliationId report, int remaining);

    [LoggerMessage(4001, LogLevel.Information,
        "Imported a reviewed file into organisation {Organisation} by {Person}: {Links} links, {Decisions} decisions, {Rows} rows")]
    public static partial void Imported(
        this ILogger logger, RemoteOrganisationId organisation, string person, int links, int decisions, int rows);

    [LoggerMessage(4002, LogLevel.Warning,
        "Refused a reviewed file for organisation {Organisation} by {Person}: {Errors} lines have errors, nothing was imported")]
    public static partial void Refused(this ILogger logger, RemoteOrganisationId organisation, string person, int errors);

    [LoggerMessage(4003, LogLevel.Information, "Linked client {Client} to contact {Contact} of organisation {Organisation} by {Person}")]
    public static partial void Linked(
        this ILogger logger, ClientId client, RemoteContactId contact, RemoteOrganisationId organisation, string person);

    [LoggerMessage(4004, LogLevel.Information, "Removed the link of client {Client} in organisation {Organisation} by {Person}")]
    public static partial void Unlinked(this ILogger logger, ClientId client, RemoteOrganisationId organisation, string person);

    [LoggerMessage(4005, LogLevel.Information,
        "Decided about rows of report {Report} for organisation {Organisation} by {Person}: {Links} links, {Decisions} decisions, {Refusals} refused")]
    public static partial void Decided(
        this ILogger logger, ReconciliationId report, RemoteOrganisationId organisation, string person, int links, int decisions, int refusals);

    [LoggerMessage(4006, LogLevel.Information,
        "Took decisions about rows of report {Report} for organisation {Organisation} back by {Person}: {Links} links, {Decisions} decisions")]
    public static partial void TakenBack(
        this ILogger logger, ReconciliationId report, RemoteOrganisationId organisation, string person, int links, int decisions);
}
