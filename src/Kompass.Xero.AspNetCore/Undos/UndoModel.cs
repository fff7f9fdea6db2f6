using System.Security.Cryptography;
using System.Text.Json;

namespace Kompass.Xero.AspNetCore;

/// <summary>What undoing a run would do, to be approved.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Name">Its name.</param>
/// <param name="Run">The run.</param>
internal sealed record UndoModel(SyncConfiguration Configuration, string Name, RunId Run)
{
    /// <summary>How many steps of one remedy are listed beside the one that is shown whole.</summary>
    public const int Listed = 20;

    /// <summary>The plan; null until somebody asked for it.</summary>
    public UndoPlan? Plan { get; init; }

    /// <summary>How far the plan that was asked for is; null where none was asked for.</summary>
    public JobStatus? Job { get; init; }

    /// <summary>Why it was not applied; null on the first look.</summary>
    public string? Problem { get; init; }

    /// <summary>The remedy of which every step is listed, page by page; null for none.</summary>
    public UndoRemedy? Shown { get; init; }

    /// <summary>One page of its steps.</summary>
    public PageList<UndoStep> Steps { get; init; } = new([], 1, 0);

    /// <summary>Stands for the very steps that are shown.</summary>
    public static string SealOf(UndoPlan plan) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { plan.Undoes, plan.Steps })));

    public static string Heading(UndoRemedy remedy) => remedy switch
    {
        UndoRemedy.Void => "Can be voided",
        UndoRemedy.CreditNote => "Needs a credit note",
        UndoRemedy.Person => "Only a person can take it back",
        _ => "Nothing to take back",
    };
}
