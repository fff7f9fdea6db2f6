namespace Kompass.Accounting.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>The connection starts in plain text and must be upgraded by STARTTLS before anything is said; usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual on port 465.</summary>
    Tls,

    /// <summary>Plain text: for a relay on the same machine or network that wants no password.</summary>
    None,
}
