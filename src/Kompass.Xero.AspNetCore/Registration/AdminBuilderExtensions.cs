using Kompass.Xero.AspNetCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the administration pages.</summary>
public static class AdminBuilderExtensions
{
    /// <summary>
    /// Adds the administration pages, to be mapped with <c>app.MapKompassXero("/admin/xero")</c>. May be called twice: later settings
    /// come on top. The host signs people in, keeps a persistent Data Protection key ring, and may register an <see cref="INotifier"/>
    /// for e-mail; an <see cref="IReportPublisher"/> of its own takes the place of the download links.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Sets at least <see cref="AdminOptions.AuthorizationPolicy"/>.</param>
    public static IAccountingBuilder AddAdmin(this IAccountingBuilder builder, Action<AdminOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptions<AdminOptions>().Configure(configure);
        services.AddDataProtection();
        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddRazorComponents();

        services.TryAddSingleton<AdminPaths>();
        services.TryAddSingleton<AdminUsers>();
        services.TryAddSingleton<OrganisationZones>();
        services.TryAddSingleton<FlashCookie>();
        services.TryAddSingleton<BindingCookie>();
        services.TryAddSingleton<ReportTickets>();
        services.TryAddSingleton<IReportPublisher, LinkReportPublisher>();
        services.TryAddSingleton<UploadShelf>();
        services.TryAddSingleton<IKompassXeroMenu, KompassXeroMenu>();
        services.TryAddScoped<PageState>();
        services.TryAddScoped<ConfigurationNames>();
        services.TryAddScoped<ConfigurationSelector>();
        services.AddJobs();
        services.AddHandlers();
        return builder;
    }

    private static void AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton<JobQueue>();
        services.TryAddScoped<ComparisonJob>();
        services.TryAddScoped<SyncJob>();
        services.TryAddSingleton<UndoShelf>();
        services.TryAddScoped<UndoPlanJob>();
        services.TryAddScoped<UndoJob>();
        services.TryAddSingleton<ShadowShelf>();
        services.TryAddScoped<ShadowJob>();
        services.TryAddSingleton<PlanShelf>();
        services.TryAddScoped<PlanJob>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JobWorker>());
    }

    private static void AddHandlers(this IServiceCollection services)
    {
        services.TryAddScoped<ConfigurationListHandler>();
        services.TryAddScoped<ConfigurationFormReader>();
        services.TryAddScoped<ConfigurationFormHandler>();
        services.TryAddScoped<HomeReader>();
        services.TryAddScoped<HomeHandler>();
        services.TryAddScoped<PilotHandler>();
        services.TryAddScoped<ShadowHandler>();
        services.TryAddScoped<ConnectHandler>();
        services.TryAddScoped<DisconnectHandler>();
        services.TryAddScoped<ConfirmHandler>();
        services.TryAddScoped<ContactListHandler>();
        services.TryAddSingleton<XeroAddresses>();
        services.TryAddScoped<ContactLinkReader>();
        services.TryAddScoped<ContactLinker>();
        services.TryAddScoped<ContactLinkHandler>();
        services.TryAddScoped<UnlinkHandler>();
        services.TryAddScoped<HistoryReader>();
        services.TryAddScoped<HistoryHandler>();
        services.TryAddScoped<MappingLedger>();
        services.TryAddScoped<MappingReader>();
        services.TryAddScoped<MappingSaver>();
        services.TryAddScoped<MappingHandler>();
        services.TryAddScoped<ReconciliationReader>();
        services.TryAddScoped<ReconciliationHandler>();
        services.TryAddScoped<RowHandler>();
        services.TryAddScoped<ReviewHandler>();
        services.TryAddScoped<ImportHandler>();
        services.TryAddScoped<ReportHandler>();
        services.TryAddScoped<PlanHandler>();
        services.TryAddScoped<RunHandler>();
        services.TryAddScoped<RecordLinks>();
        services.TryAddScoped<RecordReader>();
        services.TryAddScoped<SentHandler>();
        services.TryAddScoped<RepairAgent>();
        services.TryAddScoped<RecordHandler>();
        services.TryAddScoped<AuditHandler>();
        services.TryAddScoped<UndoHandler>();
    }
}
