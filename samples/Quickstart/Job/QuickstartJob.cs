using System.Diagnostics;
using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>Performs every step of the article, from the configuration to the disconnection, and checks the books afterwards.</summary>
internal static class QuickstartJob
{
    public static async Task<QuickstartReport> RunAsync(Workplace workplace, IDisplay display, CancellationToken cancellationToken)
    {
        var emulator = new XeroEmulator(Organisation.Options("lived-in"));
        await using var server = await EmulatorServer.StartAsync(emulator, ct: cancellationToken);
        return await RunAsync(emulator, server.Endpoints, workplace, display, cancellationToken);
    }

    /// <summary>The job against an emulator that listens already, at the addresses through which the host is to reach it.</summary>
    public static async Task<QuickstartReport> RunAsync(
        XeroEmulator emulator, EmulatorEndpoints xero, Workplace workplace, IDisplay display, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var host = KompassHost.Build(workplace, xero);
        await host.StartAsync(cancellationToken);

        var context = new JobContext(host.Services, emulator, workplace, display);
        context.Before = context.Books();
        display.Line($"Xero organisation '{context.Before.Organisation.Name}' at {xero.ApiUrl}, {context.Before.Contacts.Count} contacts");
        display.Line($"Kompass has {context.Clients.All.Count()} clients and {context.Invoices.All.Count()} documents");

        await ConnectStep.RunAsync(context, cancellationToken);
        await ReconcileStep.RunAsync(context, cancellationToken);
        await ConfigureStep.RunAsync(context, cancellationToken);
        await SyncStep.RunAsync(context, cancellationToken);
        await ChangeStep.RunAsync(context, cancellationToken);
        await DisconnectStep.RunAsync(context, cancellationToken);

        var report = BooksCheck.Run(context, watch.Elapsed);
        report.Show(display);
        await host.StopAsync(cancellationToken);
        return report;
    }
}
