namespace Kompass.Xero.AspNetCore;

/// <summary>How a record that was sent stands, in words.</summary>
internal static class SentRecords
{
    public static string StatusOf(DocumentLink link) => link switch
    {
        { UndoneBy: { } person } => $"undone, approved by {person}",
        { IsVoided: true } => "voided by Kompass",
        { Standing.Drift: { } drift } => $"{Texts.Words(drift.Kind).ToLowerInvariant()} in Xero",
        { AllocatedTo: not null } => "sent, and used for its invoice",
        _ => "sent",
    };

    public static string StatusOf(ContactLink link) =>
        link.Drift is { } drift ? $"{Texts.Words(drift.Kind).ToLowerInvariant()} in Xero" : $"linked ({Texts.Words(link.Origin).ToLowerInvariant()})";
}
