using System.Text;
using Kompass.Xero.Emulator;
using Quickstart;

namespace Kompass.Conformance.Tests;

/// <summary>Our client and the emulator, with Stoplight Prism and Xero's OpenAPI files between them.</summary>
public sealed class SpecificationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task Whole_Quickstart_job_breaks_the_specification_in_neither_direction()
    {
        OpenApiFiles.Require();
        Node.Require();
        using var patience = new CancellationTokenSource(Patience);
        var ct = patience.Token;
        var emulator = new XeroEmulator(Organisation.Options("lived-in-plain"));
        await using var server = await EmulatorServer.StartAsync(emulator, ct: ct);
        await using var prism = await ValidatingProxy.StartAsync(server.BaseAddress, ct);
        var through = server.Endpoints with { ConnectionsUrl = new(prism.Origin, "/connections"), ApiUrl = new(prism.Origin, "/api.xro/2.0") };
        Assert.True(Workplace.TryAt(null, out var workplace, out var problem), problem);
        await using (workplace)
        {
            var output = new StringWriter();
            var report = await QuickstartJob.RunAsync(emulator, through, workplace, new PlainDisplay(output), ct);
            Assert.True(report.Ok, output.ToString());
        }

        var found = await prism.ReportAsync(ct);
        Assert.Empty(found.Unexplained);
        Assert.True(found.Calls >= emulator.Control.AccountingCalls, $"Only {found.Calls} of {emulator.Control.AccountingCalls} calls went through Prism.");

        await ShowThatPrismTellsAsync(emulator, prism, ct);
    }

    [Fact]
    public void Faults_of_the_specification_are_few_and_have_a_reason_each()
    {
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Conformance, "prism", "known-violations.json")));
        Assert.InRange(file.RootElement.GetArrayLength(), 0, 10);
        Assert.All(file.RootElement.EnumerateArray(), known => Assert.True(known.GetProperty("reason").GetString()!.Length > 40));
    }

    /// <summary>A check that never says no is none: an odd answer and an odd request are both told.</summary>
    private static async Task ShowThatPrismTellsAsync(XeroEmulator emulator, ValidatingProxy prism, CancellationToken ct)
    {
        var odd = emulator.Control.AddOrganisation("Oddities", "lived-in");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {emulator.Control.IssueTokens(tenants: odd).AccessToken}");
        client.DefaultRequestHeaders.Add("xero-tenant-id", odd.ToString());
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        using var accounts = await client.GetAsync(new Uri(prism.Origin, "/api.xro/2.0/Accounts"), ct);
        using var odder = new StringContent("""{"Contacts":[{"Name":"Odd","ContactStatus":"SLEEPING"}]}""", Encoding.UTF8, "application/json");
        using var contacts = await client.PutAsync(new Uri(prism.Origin, "/api.xro/2.0/Contacts"), odder, ct);

        var found = (await prism.ReportAsync(ct)).Unexplained;
        Assert.Contains(found, violation => violation.Location.StartsWith("response.body.Accounts", StringComparison.Ordinal) && violation.Location.EndsWith(".Type", StringComparison.Ordinal));
        Assert.Contains(found, violation => violation.Location.StartsWith("request.body.Contacts", StringComparison.Ordinal));
    }
}
