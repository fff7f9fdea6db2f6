using Kompass.Accounting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>No policy, no pages.</summary>
public sealed class MappingRefusalTests
{
    [Fact]
    [Trait("Security", "authorisation")]
    public void MapKompassXero_without_AddAdmin_throws_and_names_the_remedy()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Map(null));
        Assert.StartsWith("KX6001", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AdminOptions.AuthorizationPolicy", failure.Message, StringComparison.Ordinal);
        Assert.Contains(".AddAdmin(", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [Trait("Security", "authorisation")]
    public void MapKompassXero_with_an_empty_policy_throws(string policy) =>
        Assert.StartsWith("KX6001", Assert.Throws<InvalidOperationException>(() => Map(policy)).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Security", "authorisation")]
    public void MapKompassXero_with_an_unknown_policy_throws_and_names_it()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Map("Nobody"));
        Assert.StartsWith("KX6002", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'Nobody'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/other")]
    [InlineData("/x")]
    [Trait("Security", "redirect uri")]
    public void MapKompassXero_where_the_redirect_uri_leads_elsewhere_throws_and_names_both(string prefix)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Map(TestUsers.Policy, prefix));
        Assert.StartsWith("KX6003", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/admin/xero/callback", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapKompassXero_with_policy_and_callback_maps() => Map(TestUsers.Policy);

    private static void Map(string? policy, string prefix = "/admin/xero")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAuthorizationBuilder().AddPolicy(TestUsers.Policy, rule => rule.RequireAuthenticatedUser());
        IAccountingBuilder xero = builder.Services.AddKompassXero(
            options => (options.ClientId, options.ClientSecret, options.RedirectUri) = ("id", "secret", new("https://kompass.example/admin/xero/callback")));
        if (policy is not null)
        {
            xero.AddAdmin(options => options.AuthorizationPolicy = policy);
        }

        using var application = builder.Build();
        application.MapKompassXero(prefix);
    }
}
