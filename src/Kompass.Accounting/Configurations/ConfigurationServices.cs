using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Accounting;

internal static class ConfigurationServices
{
    public static IServiceCollection AddConfigurations(this IServiceCollection services)
    {
        services.TryAddSingleton<Interlock>();
        services.TryAddSingleton<LedgerRules>();
        services.TryAddSingleton<ReminderCheck>();
        services.TryAddSingleton<AccountWords>();
        services.TryAddSingleton<PilotCheck>();
        services.TryAddSingleton<PeopleTeller>();
        services.TryAddSingleton<ConnectionWatch>();
        services.TryAddSingleton<IConnectionUpkeep, ConnectionUpkeep>();
        services.TryAddSingleton<IConfigurationManager, ConfigurationManager>();
        return services;
    }
}
