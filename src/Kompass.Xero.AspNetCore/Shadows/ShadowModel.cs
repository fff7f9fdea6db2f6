namespace Kompass.Xero.AspNetCore;

/// <summary>The page of the shadow comparison.</summary>
internal sealed record ShadowModel(ConfigurationId Id, string Name, ShadowReport? Report, JobStatus? Job)
{
    /// <summary>How many documents of one status are listed; the rest is counted.</summary>
    public const int Shown = 200;

    public static string Heading(ShadowStatus status) => status switch
    {
        ShadowStatus.Equal => "Equal on both sides",
        ShadowStatus.Differs => "The sync would have written something else",
        ShadowStatus.OnlyInKompass => "Nobody entered it, and the sync would have created it",
        ShadowStatus.Held => "Nobody entered it, and the sync would have held it",
        _ => "Entered by somebody, and not to be sent by Kompass",
    };
}
