using AdminHost;

// dotnet run --project samples/AdminHost -- --urls http://localhost:5080 [--data FOLDER]
var arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
var address = new Uri(arguments["urls"] ?? "http://localhost:5080");

await using var host = await SampleHost.StartAsync(address, arguments["data"]);
Console.WriteLine($"Kompass: {new Uri(address, "/admin")}   sign in as admin, manager or staff; the password is the name");
Console.WriteLine($"Xero:    {host.XeroAddress}   the emulator's books");
Console.WriteLine($"Mails:   {new Uri(address, "/mails")}");
await host.WaitForShutdownAsync();
