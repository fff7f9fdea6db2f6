namespace Kompass.Xero.AspNetCore;

/// <summary>Reads ids that a person wrote line by line.</summary>
internal static class PilotLines
{
    public static IReadOnlyList<TId> Read<TId>(string? text, out IReadOnlyList<string> wrong)
        where TId : struct, IParsable<TId>
    {
        var ids = new List<TId>();
        var refused = new List<string>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TId.TryParse(line, null, out var id))
            {
                ids.Add(id);
            }
            else
            {
                refused.Add(line);
            }
        }

        wrong = refused;
        return [.. ids.Distinct()];
    }
}
