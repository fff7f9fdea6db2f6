namespace Kompass.Xero.AspNetCore;

/// <summary>The page of the shadow comparison.</summary>
internal sealed record ShadowModel(ConfigurationId Id, string Name, ShadowReport? Report, JobStatus? Job)
{
    /// <summary>How many documents of one status are listed beside the one that is shown whole.</summary>
    public const int Listed = 20;

    /// <summary>The status of which every document is listed, page by page; null for none.</summary>
    public ShadowStatus? Shown { get; init; }

    /// <summary>One page of its documents.</summary>
    public PageList<ShadowRow> Rows { get; init; } = new([], 1, 0);

    public static string Heading(ShadowStatus status) => status switch
    {
        ShadowStatus.Equal => "Equal on both sides",
        ShadowStatus.Differs => "The sync would have written something else",
        ShadowStatus.OnlyInKompass => "Nobody entered it, and the sync would have created it",
        ShadowStatus.Held => "Nobody entered it, and the sync would have held it",
        _ => "Entered by somebody, and not to be sent by Kompass",
    };
}
