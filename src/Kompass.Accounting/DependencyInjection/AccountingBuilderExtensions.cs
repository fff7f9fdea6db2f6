using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The host's ports. Each is a singleton; a later call replaces an earlier one.</summary>
public static class AccountingBuilderExtensions
{
    /// <summary>Says where Kompass's clients come from: required.</summary>
    public static IAccountingBuilder AddClientSource<TSource>(this IAccountingBuilder builder)
        where TSource : class, IClientSource => builder.Replace<IClientSource, TSource>();

    /// <summary>Says where Kompass's invoices come from: required for the Invoices module.</summary>
    public static IAccountingBuilder AddInvoiceSource<TSource>(this IAccountingBuilder builder)
        where TSource : class, IInvoiceSource => builder.Replace<IInvoiceSource, TSource>();

    /// <summary>Says where Kompass's organisations, departments, nominal accounts and VAT rates come from: required.</summary>
    public static IAccountingBuilder AddCatalogue<TCatalogue>(this IAccountingBuilder builder)
        where TCatalogue : class, IKompassCatalogue => builder.Replace<IKompassCatalogue, TCatalogue>();

    /// <summary>Tells Kompass what became of each record: optional.</summary>
    public static IAccountingBuilder AddStatusSink<TSink>(this IAccountingBuilder builder)
        where TSink : class, ISyncStatusSink => builder.Replace<ISyncStatusSink, TSink>();

    /// <summary>
    /// Runs every enabled configuration in the background: optional. A configuration runs when its last completed run, by whichever node, is
    /// as long ago as the interval, when a limit it waits for is over, and soon after <see cref="ISyncTrigger"/> was called in this process.
    /// When the host stops, calls under way are finished and recorded (<see cref="SyncOptions.DrainTime"/>) and nothing more is sent.
    /// </summary>
    public static IAccountingBuilder AddWorker(this IAccountingBuilder builder, Action<WorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<WorkerOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkerOptions>, WorkerOptionsValidator>());
        builder.Services.TryAddSingleton<ConfigurationRuns>();
        builder.Services.TryAddSingleton<AbandonedRuns>();
        builder.Services.TryAddSingleton<IRunTimes, RunTimes>();
        builder.Services.TryAddSingleton<DatabaseOutage>();
        builder.Services.TryAddSingleton<ChangeRelevance>();
        builder.Services.TryAddSingleton<ChangeWatch>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SyncWorker>());
        return builder;
    }

    private static IAccountingBuilder Replace<TPort, TImplementation>(this IAccountingBuilder builder)
        where TPort : class
        where TImplementation : class, TPort
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<TPort, TImplementation>());
        return builder;
    }
}
