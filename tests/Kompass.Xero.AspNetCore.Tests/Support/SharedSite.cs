namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>One site for all tests of a class, where none minds what the others did.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    internal AdminSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await AdminSite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
