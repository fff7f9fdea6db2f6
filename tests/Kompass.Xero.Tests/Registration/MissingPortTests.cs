using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;

namespace Kompass.Xero.Tests;

public sealed class MissingPortTests
{
    private readonly ServiceCollection _services = [];
    private readonly ServiceCollection _bare = [];

    public MissingPortTests()
    {
        _services.AddLogging();
        _services.AddAccounting(new("test", "Ledger"));
        _bare.AddAccounting(new("test", "Ledger"));
    }

    [Fact]
    public void AddAccounting_without_store_and_sources_is_refused_at_start_with_every_remedy_once()
    {
        _services.AddAccounting(new("test", "Ledger"));
        using var provider = _services.BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(["KA1101", "KA1102", "KA1103"], refusal.Failures.Select(failure => failure[..6]));
        Assert.Contains("No store is registered. Call UseSqlite(...) or UsePostgreSql(...)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("No IClientSource is registered. Call AddClientSource<T>()", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("No IKompassCatalogue is registered. Call AddCatalogue<T>()", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAccounting_without_a_source_names_the_remedy_to_a_program_that_starts_no_host()
    {
        AddStores();
        using var provider = _services.BuildServiceProvider();

        var refusal = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IClientSource>());

        Assert.StartsWith("KA1102 No IClientSource is registered. Call AddClientSource<T>()", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("KA1101 No store is registered", Assert.Throws<InvalidOperationException>(
            () => _bare.BuildServiceProvider().GetRequiredService<ISyncJournal>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAccounting_with_everything_starts_whether_the_port_came_before_or_after()
    {
        var early = Mock.Of<IConfigurationStore>();
        var services = new ServiceCollection();
        services.AddSingleton(early);
        services.AddAccounting(new("test", "Ledger"));
        services.TryAddPort<IConfigurationStore, IConfigurationStore>();
        AddStores(services);
        services.AddSingleton(Mock.Of<IClientSource>());
        services.AddSingleton(Mock.Of<IKompassCatalogue>());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Same(early, provider.GetRequiredService<IConfigurationStore>());
    }

    private void AddStores() => AddStores(_services);

    private static void AddStores(IServiceCollection services)
    {
        services.AddSingleton(Mock.Of<IMappingStore>());
        services.AddSingleton(Mock.Of<ISyncJournal>());
        services.AddSingleton(Mock.Of<IAuditTrail>());
        services.AddSingleton(Mock.Of<IContactMirror>());
        services.AddSingleton(Mock.Of<IRemoteChangeInbox>());
        services.AddSingleton(Mock.Of<ICredentialStore>());
        services.AddSingleton(Mock.Of<IReconciliationStore>());
        if (!services.Any(service => service.ServiceType == typeof(IConfigurationStore) && service.ImplementationInstance is not null))
        {
            services.AddSingleton(Mock.Of<IConfigurationStore>());
        }
    }
}
