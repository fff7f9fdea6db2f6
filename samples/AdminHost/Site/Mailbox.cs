using MimeKit;

namespace AdminHost.Site;

/// <summary>Keeps the mails that the sink took, to be read at <c>/mails</c>.</summary>
internal sealed class Mailbox
{
    private readonly Lock _gate = new();
    private readonly List<Mail> _mails = [];

    public IReadOnlyList<Mail> Mails
    {
        get
        {
            lock (_gate)
            {
                return [.. _mails];
            }
        }
    }

    public void Add(MimeMessage message)
    {
        lock (_gate)
        {
            _mails.Add(new(message.Date, message.To.ToString(), message.Subject ?? "", message.TextBody ?? ""));
        }
    }
}
