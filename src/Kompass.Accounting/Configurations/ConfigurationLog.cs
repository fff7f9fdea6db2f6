using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal static partial class ConfigurationLog
{
    [LoggerMessage(3500, LogLevel.Information, "Created configuration {Configuration} by {Person}")]
    public static partial void Created(this ILogger logger, ConfigurationId configuration, string person);

    [LoggerMessage(3501, LogLevel.Information, "Saved configuration {Configuration}, version {Version}, enabled: {IsEnabled}, modules: {Modules}")]
    public static partial void Saved(this ILogger logger, ConfigurationId configuration, long version, bool isEnabled, SyncModules modules);

    [LoggerMessage(3502, LogLevel.Warning,
        "The interlock of configuration {Configuration} was overridden for organisation {Organisation} by {Person}: {Reason}")]
    public static partial void Overridden(
        this ILogger logger, ConfigurationId configuration, RemoteOrganisationId organisation, string person, string reason);

    [LoggerMessage(3503, LogLevel.Information, "Saved {Count} mappings of kind {Kind} for configuration {Configuration}")]
    public static partial void Mapped(this ILogger logger, int count, MappingKind kind, ConfigurationId configuration);

    [LoggerMessage(3504, LogLevel.Error, "Configuration {Configuration} lost its connection to organisation {Organisation}; somebody has to authorise again")]
    public static partial void ConnectionLost(this ILogger logger, ConfigurationId configuration, RemoteOrganisationId organisation);

    [LoggerMessage(3505, LogLevel.Information, "Configuration {Configuration} reaches organisation {Organisation} again")]
    public static partial void ConnectionWorks(this ILogger logger, ConfigurationId configuration, RemoteOrganisationId organisation);

    [LoggerMessage(3506, LogLevel.Error, "The recipients of configuration {Configuration} could not be told: {Subject}")]
    public static partial void NotTold(this ILogger logger, Exception failure, ConfigurationId configuration, string subject);

    [LoggerMessage(3507, LogLevel.Warning, "The connection of configuration {Configuration} could not be kept alive: {Fault}; it is tried again")]
    public static partial void NotKeptAlive(this ILogger logger, ConfigurationId configuration, RemoteFault fault);

    [LoggerMessage(3508, LogLevel.Information, "The backlog of configuration {Configuration} was released by {Person}")]
    public static partial void BacklogReleased(this ILogger logger, ConfigurationId configuration, string person);

    [LoggerMessage(3509, LogLevel.Information,
        "Reminders of organisation {Organisation} for configuration {Configuration}, {Overdue} documents overdue, were acknowledged by {Person}")]
    public static partial void RemindersAcknowledged(
        this ILogger logger, ConfigurationId configuration, RemoteOrganisationId organisation, int overdue, string person);

    [LoggerMessage(3510, LogLevel.Information, "A pilot of configuration {Configuration} with {Documents} documents and {Clients} clients was begun by {Person}")]
    public static partial void PilotBegan(this ILogger logger, ConfigurationId configuration, int documents, int clients, string person);

    [LoggerMessage(3511, LogLevel.Information, "The pilot of configuration {Configuration} was ended by {Person}")]
    public static partial void PilotEnded(this ILogger logger, ConfigurationId configuration, string person);
}
