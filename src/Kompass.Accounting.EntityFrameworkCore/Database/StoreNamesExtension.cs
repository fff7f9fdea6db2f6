using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Carries the names of the tables in the options, since a context that is used again and again is made from them alone.</summary>
internal sealed class StoreNamesExtension : IDbContextOptionsExtension
{
    public StoreNamesExtension(StoreNames names)
    {
        Names = names;
        Info = new ExtensionInfo(this);
    }

    public StoreNames Names { get; }

    public DbContextOptionsExtensionInfo Info { get; }

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(StoreNamesExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Kompass:Names"] = extension.Names.ToString();
    }
}
