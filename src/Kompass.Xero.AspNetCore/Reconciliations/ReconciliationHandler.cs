namespace Kompass.Xero.AspNetCore;

/// <summary>The page Reconciliations.</summary>
internal sealed class ReconciliationHandler(ConfigurationSelector selector, ReconciliationReader reader)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        return Page.Of<ReconciliationPage>(http, await reader.ReadAsync(http, selection));
    }
}
