using MimeKit;

namespace Kompass.Accounting.Mail.Tests;

/// <summary>A message as it arrived.</summary>
internal sealed record MailDelivery(IReadOnlyList<string> Recipients, string Raw, MimeMessage Message);
