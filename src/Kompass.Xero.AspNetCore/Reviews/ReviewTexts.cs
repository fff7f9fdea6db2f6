namespace Kompass.Xero.AspNetCore;

/// <summary>How the state of a row is told, and what can be done about it.</summary>
internal static class ReviewTexts
{
    /// <summary>The article's words for the two kinds of rows without a match.</summary>
    public const string MissingContact = "Kompass client missing from Xero";

    public const string MissingClient = "Xero contact with no corresponding Kompass client";

    public static string State(ReviewedRow row) => row.State switch
    {
        ReviewState.Linked => "Linked",
        ReviewState.ToCreate => "To be created in Xero",
        ReviewState.Ignored => "Ignored",
        _ => "To decide",
    };

    public static string StateClass(ReviewState state) => state switch
    {
        ReviewState.Open => "warn",
        ReviewState.Linked or ReviewState.ToCreate => "good",
        _ => "",
    };

    /// <summary>What has changed about an open row since the contacts were compared; null when nothing.</summary>
    public static string? Note(ReviewedRow row) => row switch
    {
        { State: ReviewState.Open, Link: not null, Row.Contact: not null } => "The client is linked to another Xero contact by now: choose another client, or ignore.",
        { State: ReviewState.Open, Row.Status: ReconciliationStatus.Linked } => "The link was removed since the comparison.",
        _ => null,
    };

    public static string BandClass(ConfidenceBand band) => band switch
    {
        ConfidenceBand.High => "good",
        ConfidenceBand.Medium => "warn",
        _ => "",
    };

    public static string Confidence(ReconciliationRow row) => row switch
    {
        { Status: ReconciliationStatus.Linked } => "Linked",
        { Confidence: { } confidence } => $"{Texts.Number(confidence)}% {Texts.Words(row.Band).ToLowerInvariant()}",
        _ => "No match",
    };

    /// <summary>By what people know the row.</summary>
    public static string Title(ReconciliationRow row) => row.Contact?.Name ?? row.Client?.Name ?? "";

    public static bool MayLink(ReviewedRow row) => row is { State: ReviewState.Open, Link: null, Row: { Contact: not null, Client: not null } };

    public static bool MayCreate(ReviewedRow row) => row is { State: ReviewState.Open, Link: null, Row.Client: not null };

    public static string Span(TimeSpan span) => span < TimeSpan.FromSeconds(1) ? "less than a second"
        : span < TimeSpan.FromMinutes(1) ? Texts.Count((int)span.TotalSeconds, "second", "seconds")
        : span.Seconds == 0 ? Texts.Count((int)span.TotalMinutes, "minute", "minutes")
        : $"{Texts.Count((int)span.TotalMinutes, "minute", "minutes")} {Texts.Count(span.Seconds, "second", "seconds")}";
}
