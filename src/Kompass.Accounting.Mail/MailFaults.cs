using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Kompass.Accounting.Mail;

/// <summary>What a failure means for the administrator, in words that name the option to change. Without the closing full stop.</summary>
internal static class MailFaults
{
    public static bool IsExpected(Exception exception) =>
        exception is SocketException or IOException or SslHandshakeException or AuthenticationException or CommandException or ProtocolException
            or NotSupportedException or ServiceNotConnectedException or OperationCanceledException;

    public static string OfConnection(Exception exception, MailOptions options) =>
        $"the mail server {options.Host}:{options.Port} " + exception switch
        {
            OperationCanceledException =>
                $"did not answer within {options.Timeout}; check MailOptions.Host and MailOptions.Port, or raise MailOptions.Timeout",
            SslHandshakeException =>
                "made no secure connection; check that its certificate is valid for MailOptions.Host and that MailOptions.Security suits MailOptions.Port",
            AuthenticationException =>
                "refused the credentials; check MailOptions.UserName and MailOptions.Password",
            NotSupportedException when options.Security == MailSecurity.StartTls =>
                "offers no STARTTLS, or lets nobody sign in; check MailOptions.Port and MailOptions.Security",
            NotSupportedException =>
                "lets nobody sign in; check MailOptions.Port, or clear MailOptions.UserName and MailOptions.Password",
            CommandException or ProtocolException =>
                $"answered '{MailAddresses.OneLine(exception.Message)}'; check MailOptions.Host, MailOptions.Port and MailOptions.Security",
            _ =>
                "cannot be reached; check MailOptions.Host and MailOptions.Port, and that the network lets this machine through",
        };

    public static string OfMessage(Exception exception, MailOptions options) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal =>
            $"the server refused the sender with {Answer(refusal)}; check MailOptions.From",
        SmtpCommandException refusal => $"the server refused with {Answer(refusal)}; correct the address or take it from the recipients",
        NotSupportedException => "the server cannot carry such an address; take it from the recipients",
        OperationCanceledException => $"the server did not answer within {options.Timeout}",
        _ => "the connection to the server was lost",
    };

    private static string Answer(SmtpCommandException refusal) => $"'{(int)refusal.StatusCode} {MailAddresses.OneLine(refusal.Message)}'";
}
