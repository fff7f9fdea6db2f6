using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting;

/// <summary>Carries the registration of the accounting sync, so that stores, worker and mail serve any ledger.</summary>
public interface IAccountingBuilder
{
    /// <summary>The ledger's short name, such as the key of its <see cref="ProviderDescriptor"/>.</summary>
    string Name { get; }

    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }
}
