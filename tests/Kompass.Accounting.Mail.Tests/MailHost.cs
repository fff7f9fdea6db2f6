using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Accounting.Mail.Tests;

/// <summary>The library as a host has it, on a clock that stands still.</summary>
internal sealed class MailHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 3, 9, 30, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public MailHost(int port, Action<MailOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILogger<MailNotifier>>(Log);
        services.AddAccounting(new ProviderDescriptor("ledger", "Ledger")).AddMail(options =>
        {
            options.Host = "127.0.0.1";
            options.Port = port;
            options.Security = MailSecurity.None;
            options.From = "kompass@example.com";
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public RecordingLogger<MailNotifier> Log { get; } = new();

    public INotifier Notifier => _services.GetRequiredService<INotifier>();

    public static Notification Notification(string subject = "Three documents are held", string body = "VAT rate R5 has no mapping.\nMap it.") =>
        new(new(new Guid("5d0b9a1e-2c86-4f6e-9d5b-7c9f0a2e1b34")), subject, body);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
