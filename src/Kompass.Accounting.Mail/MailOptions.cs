namespace Kompass.Accounting.Mail;

/// <summary>The mail server that carries notifications, and who they come from. Validated when the host starts.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the mail server; required.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>The server's port, 1 to 65535. Default: 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected. Default: <see cref="MailSecurity.StartTls"/>.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>The account on the mail server; null when it asks for none. Default: null.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>; never logged. Default: null.</summary>
    public string? Password { get; set; }

    /// <summary>The e-mail address of the sender, such as kompass@example.com; required.</summary>
    public string From { get; set; } = string.Empty;

    /// <summary>The name beside <see cref="From"/>. Default: Kompass.</summary>
    public string FromName { get; set; } = "Kompass";

    /// <summary>How long one notification may take in all, 1 second to 10 minutes. Default: 1 minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}
