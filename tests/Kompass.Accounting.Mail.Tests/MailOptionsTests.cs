using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting.Mail.Tests;

public sealed class MailOptionsTests
{
    public static TheoryData<string, Action<MailOptions>> Mistakes => new()
    {
        { "MailOptions.Host is empty: name the mail server", options => options.Host = " " },
        { "MailOptions.Port is 0: choose 1 to 65535", options => options.Port = 0 },
        { "MailOptions.Port is 65536: choose 1 to 65535", options => options.Port = 65536 },
        { "MailOptions.Security is 9: choose StartTls, Tls or None", options => options.Security = (MailSecurity)9 },
        { "MailOptions.From is '': give one e-mail address", options => options.From = string.Empty },
        { "MailOptions.From is 'Kompass <k@example.com>': give one e-mail address without a name", options => options.From = "Kompass <k@example.com>" },
        { "MailOptions.From is 'k@example.com Bcc: e@example.com'", options => options.From = "k@example.com\r\nBcc: e@example.com" },
        { "MailOptions.FromName is null or holds control characters", options => options.FromName = "Kompass\nBcc: e@example.com" },
        { "MailOptions.FromName is null or holds control characters", options => options.FromName = null! },
        { "MailOptions.Timeout is 00:00:00.5000000: choose between 00:00:01 and 00:10:00", options => options.Timeout = TimeSpan.FromSeconds(0.5) },
        { "MailOptions.Timeout is 00:10:01: choose between", options => options.Timeout = TimeSpan.FromSeconds(601) },
        { "set both, or none", options => options.UserName = "kompass" },
        { "set both, or none", options => options.Password = "secret-4711" },
        {
            "the password would travel in plain text. Choose StartTls or Tls",
            options => (options.UserName, options.Password, options.Security) = ("kompass", "secret-4711", MailSecurity.None)
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Options_with_a_mistake_are_refused_with_option_and_remedy(string message, Action<MailOptions> mistake)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(mistake));
        Assert.Contains(message, Assert.Single(refusal.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-4711", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Options_with_a_password_may_go_without_tls_on_this_machine(string host) =>
        Assert.Equal(host, Read(options => (options.Host, options.UserName, options.Password, options.Security) = (host, "kompass", "secret", MailSecurity.None)).Host);

    [Fact]
    public void Options_left_alone_have_the_documented_defaults()
    {
        var options = Read(_ => { });
        Assert.Equal((587, MailSecurity.StartTls, "Kompass", TimeSpan.FromMinutes(1)), (options.Port, options.Security, options.FromName, options.Timeout));
        Assert.Null(options.UserName);
        Assert.Null(options.Password);
    }

    [Fact]
    public void AddMail_has_its_options_validated_when_the_host_starts()
    {
        using var services = Build(options => options.Host = string.Empty);

        // The ports of a host are missing here as well, and are named beside.
        var failure = Assert.Throws<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(failure.Flatten().InnerExceptions, inner => inner is OptionsValidationException { OptionsType: { } type } && type == typeof(MailOptions));
    }

    [Fact]
    public void AddMail_twice_applies_both_and_leaves_one_notifier()
    {
        var services = new ServiceCollection().AddSingleton<INotifier, SilentNotifier>();
        services.AddAccounting(new("ledger", "Ledger"))
            .AddMail(options => options.Host = "one.example.com")
            .AddMail(options => options.From = "kompass@example.com");
        using var provider = services.BuildServiceProvider();

        Assert.IsType<MailNotifier>(Assert.Single(provider.GetServices<INotifier>()));
        var options = provider.GetRequiredService<IOptions<MailOptions>>().Value;
        Assert.Equal(("one.example.com", "kompass@example.com"), (options.Host, options.From));
    }

    [Fact]
    public void AddMail_without_builder_or_configuration_throws()
    {
        Assert.Throws<ArgumentNullException>("builder", () => MailBuilderExtensions.AddMail(null!, _ => { }));
        Assert.Throws<ArgumentNullException>("configure", () => new ServiceCollection().AddAccounting(new("ledger", "Ledger")).AddMail(null!));
    }

    private static MailOptions Read(Action<MailOptions> configure)
    {
        using var services = Build(configure);
        return services.GetRequiredService<IOptions<MailOptions>>().Value;
    }

    private static ServiceProvider Build(Action<MailOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAccounting(new("ledger", "Ledger")).AddMail(options =>
        {
            options.Host = "smtp.example.com";
            options.From = "kompass@example.com";
            configure(options);
        });
        return services.BuildServiceProvider();
    }

    private sealed class SilentNotifier : INotifier
    {
        public Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
