using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>What has to hold before a single page is mapped: fail closed, at start.</summary>
internal static class MappingChecks
{
    public static string RequirePolicy(IServiceProvider services)
    {
        var policy = services.GetRequiredService<IOptions<AdminOptions>>().Value.AuthorizationPolicy;
        if (services.GetService<AdminPaths>() is null || string.IsNullOrWhiteSpace(policy))
        {
            throw new InvalidOperationException(
                "KX6001 AdminOptions.AuthorizationPolicy is not set, so nobody can be told apart and no page is mapped. "
                + "Call .AddAdmin(o => o.AuthorizationPolicy = \"...\") with the name of a policy that only administrators with the Xero permission meet.");
        }

        // Asked once at start, where there is nobody to await it; the standard provider answers at once.
        var known = services.GetService<IAuthorizationPolicyProvider>()?.GetPolicyAsync(policy).GetAwaiter().GetResult();
        return known is not null
            ? policy
            : throw new InvalidOperationException(
                $"KX6002 AdminOptions.AuthorizationPolicy names the policy '{policy}', which is not registered. "
                + $"Add it with services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", ...).");
    }

    public static void RequireCallback(IServiceProvider services, string prefix)
    {
        var redirect = services.GetRequiredService<IOptions<XeroOptions>>().Value.RedirectUri!;
        var callback = prefix.TrimEnd('/') + AdminPaths.Callback;
        if (!redirect.AbsolutePath.EndsWith(callback, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"KX6003 XeroOptions.RedirectUri leads to '{redirect.AbsolutePath}', but the pages are mapped at '{prefix}' and take the answer at '{callback}'. "
                + "Map them there, or change the redirect URI here and at developer.xero.com.");
        }
    }
}
