using Kompass.Accounting;

namespace Quickstart;

/// <summary>Steps 1 and 2 of the article: the configuration, and the authorisation as a browser performs it.</summary>
internal static class ConnectStep
{
    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Step 1: Create a Xero Configuration");
        context.Configuration = await context.Configurations.CreateAsync(
            context.Codes.OrganisationIds,
            JobContext.Administrator,
            cancellationToken);
        context.Display.Line($"Configuration for {string.Join(" and ", context.Configuration.Organisations)}; Enable stays unticked");

        context.Display.Step("Step 2: Authorise with Xero");
        var request = await context.Connector.BeginAsync(context.Configuration.Id, new(JobContext.Administrator), cancellationToken);
        var (state, code, error) = await Browser.AllowAsync(request.Address, context.TenantId, cancellationToken);
        var result = await context.Connector.CompleteAsync(new(state, code, error, request.BrowserBinding), cancellationToken);
        context.Expect(result.Outcome == ConnectOutcome.Connected, $"Authorising ended {result.Outcome}: {result.Message}");
        context.Display.Line(result.Message);
    }
}
