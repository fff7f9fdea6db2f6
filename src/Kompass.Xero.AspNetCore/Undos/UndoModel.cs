using System.Security.Cryptography;
using System.Text.Json;

namespace Kompass.Xero.AspNetCore;

/// <summary>What undoing a run would do, to be approved.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Name">The configuration.</param>
internal sealed record UndoModel(UndoPlan Plan, string Name)
{
    /// <summary>Why it was not applied; null on the first look.</summary>
    public string? Problem { get; init; }

    /// <summary>Stands for the very steps that are shown.</summary>
    public string Seal { get; } = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Plan.Undoes, Plan.Steps })));

    public static string Heading(UndoRemedy remedy) => remedy switch
    {
        UndoRemedy.Void => "Can be voided",
        UndoRemedy.CreditNote => "Needs a credit note",
        UndoRemedy.Person => "Only a person can take it back",
        _ => "Nothing to take back",
    };
}
