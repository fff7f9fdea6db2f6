using System.Text.Json;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>The columns of an operation, in the journal and in its archive alike.</summary>
internal abstract class OperationColumns
{
    /// <summary>The order in which intents were committed: several of them share one instant.</summary>
    public long Sequence { get; set; }

    public Guid Id { get; set; }

    public Guid ConfigurationId { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public Guid RunId { get; set; }

    public RecordKind RecordKind { get; set; }

    public string RecordId { get; set; } = string.Empty;

    public OperationAction Action { get; set; }

    public DocumentKind? DocumentKind { get; set; }

    public string NaturalKey { get; set; } = string.Empty;

    public string RecordHash { get; set; } = string.Empty;

    public string AttemptKey { get; set; } = string.Empty;

    public OperationState State { get; set; }

    public long IntendedAt { get; set; }

    public long? SettledAt { get; set; }

    public string? RemoteId { get; set; }

    public string? Evidence { get; set; }

    public string? Error { get; set; }

    public void Set(Operation operation)
    {
        Id = operation.Id.Value;
        ConfigurationId = operation.ConfigurationId.Value;
        RemoteOrganisationId = operation.RemoteOrganisationId.Value;
        RunId = operation.RunId.Value;
        RecordKind = operation.Record.Kind;
        RecordId = operation.Record.Id;
        Action = operation.Action;
        DocumentKind = operation.DocumentKind;
        NaturalKey = operation.NaturalKey;
        RecordHash = operation.RecordHash;
        AttemptKey = operation.AttemptKey.Value;
        State = operation.State;
        IntendedAt = Instants.ToTicks(operation.IntendedAt);
        SettledAt = Instants.ToTicks(operation.SettledAt);
        RemoteId = operation.RemoteId;
        Evidence = operation.Evidence is { } evidence ? JsonSerializer.Serialize(evidence, StoreJson.Default.OperationEvidence) : null;
        Error = operation.Error;
    }

    public Operation ToRecord() => new()
    {
        Id = new(Id),
        ConfigurationId = new(ConfigurationId),
        RemoteOrganisationId = new(RemoteOrganisationId),
        RunId = new(RunId),
        Record = new(RecordKind, RecordId),
        Action = Action,
        DocumentKind = DocumentKind,
        NaturalKey = NaturalKey,
        RecordHash = RecordHash,
        AttemptKey = new(AttemptKey),
        State = State,
        IntendedAt = Instants.FromTicks(IntendedAt),
        SettledAt = Instants.FromTicks(SettledAt),
        RemoteId = RemoteId,
        Evidence = Evidence is null ? null : JsonSerializer.Deserialize(Evidence, StoreJson.Default.OperationEvidence),
        Error = Error,
    };
}
