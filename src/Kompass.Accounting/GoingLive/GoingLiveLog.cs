using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal static partial class GoingLiveLog
{
    [LoggerMessage(3600, LogLevel.Information, "Compared documents of organisation {Organisation} by {Person}: {Linked} linked, {Held} held, {Released} released")]
    public static partial void DocumentsCompared(this ILogger logger, RemoteOrganisationId organisation, string person, int linked, int held, int released);

    [LoggerMessage(3601, LogLevel.Information, "Linked invoice {Invoice} to document {Document} of organisation {Organisation} by {Person}")]
    public static partial void DocumentLinked(
        this ILogger logger, InvoiceId invoice, RemoteDocumentId document, RemoteOrganisationId organisation, string person);

    [LoggerMessage(3602, LogLevel.Information, "Released {Count} documents of organisation {Organisation} by {Person}")]
    public static partial void DocumentsReleased(this ILogger logger, int count, RemoteOrganisationId organisation, string person);

    [LoggerMessage(3604, LogLevel.Information,
        "Import {Import} for organisation {Organisation} by {Person}: {Contacts} contacts, {Documents} documents, {Mappings} mappings taken over")]
    public static partial void TakenOver(
        this ILogger logger, ImportId import, RemoteOrganisationId organisation, string person, int contacts, int documents, int mappings);

    [LoggerMessage(3605, LogLevel.Warning,
        "Import {Import} for organisation {Organisation} was taken back by {Person}: {Contacts} contacts, {Documents} documents, {Mappings} mappings")]
    public static partial void TakenBack(
        this ILogger logger, ImportId import, RemoteOrganisationId organisation, string person, int contacts, int documents, int mappings);

    [LoggerMessage(3603, LogLevel.Warning, "Run {Run} of configuration {Configuration} was undone by {Person}: {Count} documents voided")]
    public static partial void Undone(this ILogger logger, RunId run, ConfigurationId configuration, string person, int count);
}
