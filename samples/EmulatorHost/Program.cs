using System.Runtime.InteropServices;
using System.Text.Json;
using EmulatorHost;
using Kompass.Xero.Emulator;

if (HostArguments.Parse(args, out var error) is not { } asked)
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(HostArguments.Usage);
    return 2;
}

if (asked.Help)
{
    Console.WriteLine(HostArguments.Explanation);
    return 0;
}

var options = new EmulatorOptions { Seed = asked.Seed };
foreach (var address in asked.RedirectUris)
{
    options.RedirectUris.Add(address);
}

XeroEmulator emulator;
try
{
    emulator = new XeroEmulator(options);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine(fault.Message);
    Console.Error.WriteLine(HostArguments.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

EmulatorServer server;
try
{
    server = await EmulatorServer.StartAsync(emulator, asked.Url.Port, stop.Token);
}
catch (IOException fault)
{
    Console.Error.WriteLine($"Cannot listen on {asked.Url}: {fault.Message} Choose another port with --urls.");
    return 1;
}

await using (server)
{
    var endpoints = asked.Url.Port == 0 ? server.Endpoints : EmulatorEndpoints.At(asked.Url);
    var tokens = asked.WithToken ? emulator.Control.IssueTokens() : null;
    if (asked.Json)
    {
        var line = new Dictionary<string, string>
        {
            ["authorizeUrl"] = endpoints.AuthorizeUrl.AbsoluteUri,
            ["tokenUrl"] = endpoints.TokenUrl.AbsoluteUri,
            ["revocationUrl"] = endpoints.RevocationUrl.AbsoluteUri,
            ["connectionsUrl"] = endpoints.ConnectionsUrl.AbsoluteUri,
            ["apiUrl"] = endpoints.ApiUrl.AbsoluteUri,
            ["clientId"] = emulator.Options.ClientId,
            ["clientSecret"] = emulator.Options.ClientSecret,
            ["tenantId"] = emulator.Control.TenantId.ToString(),
        };
        if (tokens is not null)
        {
            line["accessToken"] = tokens.AccessToken;
            line["refreshToken"] = tokens.RefreshToken!;
        }

        Console.WriteLine(JsonSerializer.Serialize(line));
    }
    else
    {
        Console.WriteLine($"""
            Xero emulator: {emulator.Control.Organisations[0].Name}

              books          {new Uri(endpoints.ApiUrl, "/")}
              authorise      {endpoints.AuthorizeUrl}
              token          {endpoints.TokenUrl}
              revocation     {endpoints.RevocationUrl}
              connections    {endpoints.ConnectionsUrl}
              accounting     {endpoints.ApiUrl}
              client id      {emulator.Options.ClientId}
              client secret  {emulator.Options.ClientSecret}
              tenant id      {emulator.Control.TenantId}
            """);
        if (tokens is not null)
        {
            Console.WriteLine($"  access token   {tokens.AccessToken}");
            Console.WriteLine($"  refresh token  {tokens.RefreshToken}");
        }

        Console.WriteLine("\nStop with Ctrl+C.");
    }

    try
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
    }
    catch (OperationCanceledException)
    {
        // Asked to stop.
    }
}

return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
