using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Accounting;

internal static class GoingLiveServices
{
    public static IServiceCollection AddGoingLive(this IServiceCollection services)
    {
        services.TryAddSingleton<LeasedWork>();
        services.TryAddSingleton<LedgerDocumentReader>();
        services.TryAddSingleton<IDocumentReconciler, DocumentReconciler>();
        services.TryAddSingleton<DocumentLookup>();
        services.TryAddSingleton<MappingRows>();
        services.TryAddSingleton<TakeOverReader>();
        services.TryAddSingleton<ITakeOver, TakeOverService>();
        services.TryAddSingleton<IRunUndo, RunUndo>();
        services.TryAddSingleton<IShadowComparer, ShadowComparer>();
        return services;
    }
}
