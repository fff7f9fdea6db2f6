namespace Kompass.Accounting;

/// <summary>
/// What undoing a run would do: a pure function of what was observed. Can be shown, and applied once. Nothing of it happens without approval.
/// </summary>
public sealed record UndoPlan
{
    /// <summary>The run that will apply it.</summary>
    public required RunId Id { get; init; }

    /// <summary>The run that it undoes.</summary>
    public required RunId Undoes { get; init; }

    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The connection that it was made for.</summary>
    public required RemoteConnection Connection { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The configuration's "VAT filed to" under which it was made; null for none. Once that moves on, the plan is not applied any further.</summary>
    public DateOnly? VatFiledTo { get; init; }

    /// <summary>Every change of the run, in the order in which it was made.</summary>
    public required IReadOnlyList<UndoStep> Steps { get; init; }

    /// <summary>True when nothing would be voided.</summary>
    public bool IsEmpty => !Steps.Any(step => step.Remedy == UndoRemedy.Void);

    /// <summary>How many changes are taken back in a way.</summary>
    public int Count(UndoRemedy remedy) => Steps.Count(step => step.Remedy == remedy);
}
