using Kompass.Accounting.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Accounting;

internal static class ReconciliationServices
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.TryAddSingleton<INameMatcher, FuzzyNameMatcher>();
        services.TryAddSingleton<ContactReader>();
        services.TryAddSingleton<ReportShelf>();
        services.TryAddSingleton<ReviewDesk>();
        services.TryAddSingleton<ContactComparer>();
        services.TryAddSingleton<ReviewImporter>();
        services.TryAddSingleton<LinkTargets>();
        services.TryAddSingleton<IReconciler, Reconciler>();
        services.TryAddSingleton<RowObserver>();
        services.TryAddSingleton<IContactReview, ContactReviewer>();
        services.TryAddSingleton<IContactLinkChecker, ContactLinkChecker>();
        return services;
    }
}
