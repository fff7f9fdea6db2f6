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
}
