namespace Kompass.Accounting;

/// <summary>The host's source of invoices, for those configurations that sync them.</summary>
internal sealed class InvoiceSources(IEnumerable<IInvoiceSource> sources)
{
    /// <returns>The source; null where the Invoices module is not selected.</returns>
    /// <exception cref="ConfigurationException">The module is selected, and the host registered no source.</exception>
    public IInvoiceSource? For(SyncConfiguration configuration) =>
        !configuration.Modules.HasFlag(SyncModules.Invoices)
            ? null
            : sources.LastOrDefault() ?? throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Modules),
                "The Invoices module is selected, but the host registered no IInvoiceSource: call AddInvoiceSource<T>() at start."));
}
