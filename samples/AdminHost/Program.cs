using AdminHost;

// dotnet run --project samples/AdminHost -- --urls http://localhost:5080 [--data FOLDER]
var arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
if (!Uri.TryCreate(arguments["urls"] ?? "http://localhost:5080", UriKind.Absolute, out var address)
    || address.Scheme != Uri.UriSchemeHttp || !address.IsLoopback)
{
    Console.Error.WriteLine($"'{arguments["urls"]}' is not an http address of this machine. Name one, such as --urls http://localhost:5080.");
    return 1;
}

SampleHost host;
try
{
    host = await SampleHost.StartAsync(address, arguments["data"]);
}
catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"AdminHost did not start at {address}: {fault.Message} Choose another port with --urls, or another folder with --data.");
    return 1;
}

await using (host)
{
    Console.WriteLine($"Kompass: {new Uri(address, "/admin")}   sign in as admin, manager or staff; the password is the name");
    Console.WriteLine($"Xero:    {host.XeroAddress}   the emulator's books");
    Console.WriteLine($"Mails:   {new Uri(address, "/mails")}");
    await host.WaitForShutdownAsync();
}

return 0;
