using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TelemetrySample;

// Syncs a few records with an emulated Xero in this process, and prints what an operator's collector would get.
var emulator = new XeroEmulator();
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddKompassXero(_ => { })
    .UseEmulator(emulator)
    .UseSqlite("Data Source=telemetry;Mode=Memory;Cache=Shared")
    .AddClientSource<Clients>()
    .AddInvoiceSource<Invoices>()
    .AddCatalogue<Codes>();

// This is all that a host adds; a real one exports by OTLP in place of the console.
builder.Services.AddOpenTelemetry()
    .ConfigureResource(resource => resource.AddService("kompass"))
    .WithTracing(tracing => tracing.AddSource("Kompass.Xero").AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter("Kompass.Xero").AddConsoleExporter());
builder.Services.AddHealthChecks().AddKompassXeroHealthChecks(options => options.LongestLag = TimeSpan.FromMinutes(30));

using var host = builder.Build();
await host.StartAsync();
var result = await Job.RunAsync(host.Services, emulator, CancellationToken.None);
var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
host.Services.GetRequiredService<MeterProvider>().Shutdown(); // a last look at the gauges, which a short program would not get otherwise
await host.StopAsync();

foreach (var (name, entry) in health.Entries)
{
    Console.WriteLine($"{name}: {entry.Status}. {entry.Description}");
}

Console.WriteLine($"The sync ended {result.Outcome}: {result.Counts.Writes} written, {result.Counts.Held} held.");
return result is { Outcome: SyncOutcome.Completed, Counts: { Writes: 4, Held: 1 } } && health.Status == HealthStatus.Healthy ? 0 : 1;
