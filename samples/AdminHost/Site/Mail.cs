namespace AdminHost.Site;

internal sealed record Mail(DateTimeOffset SentAt, string To, string Subject, string Body);
