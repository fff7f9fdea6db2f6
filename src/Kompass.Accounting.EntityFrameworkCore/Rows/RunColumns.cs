using System.Text.Json;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>The columns of a run, in the journal and in its archive alike.</summary>
internal abstract class RunColumns
{
    public long Sequence { get; set; }

    public Guid Id { get; set; }

    public Guid ConfigurationId { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public long StartedAt { get; set; }

    public long? FinishedAt { get; set; }

    public SyncOutcome? Outcome { get; set; }

    public string Counts { get; set; } = string.Empty;

    public string? Message { get; set; }

    public string? TieOut { get; set; }

    public void Set(SyncRun run)
    {
        Id = run.Id.Value;
        ConfigurationId = run.ConfigurationId.Value;
        RemoteOrganisationId = run.RemoteOrganisationId.Value;
        StartedAt = Instants.ToTicks(run.StartedAt);
        FinishedAt = Instants.ToTicks(run.FinishedAt);
        Outcome = run.Outcome;
        Counts = JsonSerializer.Serialize(run.Counts, StoreJson.Default.SyncCounts);
        Message = run.Message;
        TieOut = run.TieOut is { } tieOut ? JsonSerializer.Serialize(tieOut, StoreJson.Default.TieOut) : null;
    }

    public SyncRun ToRecord() => new()
    {
        Id = new(Id),
        ConfigurationId = new(ConfigurationId),
        RemoteOrganisationId = new(RemoteOrganisationId),
        StartedAt = Instants.FromTicks(StartedAt),
        FinishedAt = Instants.FromTicks(FinishedAt),
        Outcome = Outcome,
        Counts = JsonSerializer.Deserialize(Counts, StoreJson.Default.SyncCounts)!,
        Message = Message,
        TieOut = TieOut is null ? null : JsonSerializer.Deserialize(TieOut, StoreJson.Default.TieOut),
    };
}
