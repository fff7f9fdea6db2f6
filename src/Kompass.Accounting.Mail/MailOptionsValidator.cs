using System.Net;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting.Mail;

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return "MailOptions.Host is empty: name the mail server, such as smtp.example.com.";
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return $"MailOptions.Port is {options.Port}: choose 1 to 65535, usually 587 with StartTls or 465 with Tls.";
        }

        if (!Enum.IsDefined(options.Security))
        {
            yield return $"MailOptions.Security is {options.Security}: choose StartTls, Tls or None.";
        }

        if (!MailAddresses.TryParse(options.From, out _))
        {
            yield return $"MailOptions.From is '{MailAddresses.OneLine(options.From)}': give one e-mail address without a name, such as kompass@example.com.";
        }

        if (options.FromName is null || options.FromName.Any(char.IsControl))
        {
            yield return "MailOptions.FromName is null or holds control characters: give one line of text, or an empty one.";
        }

        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            yield return $"MailOptions.Timeout is {options.Timeout}: choose between {ShortestTimeout} and {LongestTimeout}.";
        }

        if (string.IsNullOrEmpty(options.UserName) != string.IsNullOrEmpty(options.Password))
        {
            yield return "Of MailOptions.UserName and MailOptions.Password one is set: set both, or none when the server asks for none.";
        }
        else if (options.Security == MailSecurity.None && !string.IsNullOrEmpty(options.Password) && !IsThisMachine(options.Host))
        {
            yield return "MailOptions.Security is None while MailOptions.Password is set: the password would travel in plain text. Choose StartTls or Tls.";
        }
    }

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
