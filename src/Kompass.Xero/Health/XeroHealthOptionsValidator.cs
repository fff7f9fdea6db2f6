using Microsoft.Extensions.Options;

namespace Kompass.Xero;

internal sealed class XeroHealthOptionsValidator(IOptions<XeroOptions> xero) : IValidateOptions<XeroHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, XeroHealthOptions options)
    {
        var faults = new List<string>();
        if (options.LongestLag < TimeSpan.FromMinutes(1))
        {
            faults.Add($"KX1020 XeroHealthOptions.LongestLag is {options.LongestLag}. Set it to a minute or more, and to more than the time between two runs.");
        }

        var left = TokenSet.LongestIdle - xero.Value.KeepAliveAfter;
        if (options.TokenWarning < TimeSpan.FromHours(1) || options.TokenWarning >= left)
        {
            faults.Add(
                $"KX1021 XeroHealthOptions.TokenWarning is {options.TokenWarning}. Set it to an hour or more, and to less than {left}, "
                + $"since XeroOptions.KeepAliveAfter is {xero.Value.KeepAliveAfter} and Xero keeps an unused consent for 60 days.");
        }

        if (options.KeepFor < TimeSpan.Zero || options.KeepFor > TimeSpan.FromMinutes(5))
        {
            faults.Add($"KX1022 XeroHealthOptions.KeepFor is {options.KeepFor}. Set it to 0 to 5 minutes.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
