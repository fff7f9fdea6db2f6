using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Kompass.Accounting.Mail;

internal static class MailAddresses
{
    /// <summary>Accepts one bare address with a domain; no display name, no list, no line breaks that could smuggle in a header.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        var address = text?.Trim(' ');
        return address is not null
            && !address.Any(char.IsControl)
            && MailboxAddress.TryParse(address, out mailbox)
            && mailbox.Address == address
            && !string.IsNullOrEmpty(mailbox.Domain)
            && !string.IsNullOrEmpty(mailbox.LocalPart);
    }

    /// <summary>Text as one line: runs of control characters become one space.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', (text ?? string.Empty).Split([.. Controls], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static IEnumerable<char> Controls => Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Append('\u2028').Append('\u2029');
}
