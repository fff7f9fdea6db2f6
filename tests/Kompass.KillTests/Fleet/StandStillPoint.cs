using System.Globalization;

namespace Kompass.Kills;

/// <summary>
/// Where a node stands still: right after the intents of its n-th writing call were committed, or with the first request that writes to a
/// path just before its last look at the clock.
/// </summary>
/// <param name="Intents">Which writing call, from 1; 0 where <paramref name="Path"/> says it.</param>
/// <param name="Path">How the path ends.</param>
internal sealed record StandStillPoint(int Intents, string? Path)
{
    public static StandStillPoint? Parse(string text) =>
        text.Length == 0 ? null
        : int.TryParse(text, CultureInfo.InvariantCulture, out var intents) ? new(intents, null)
        : new(0, text);

    public override string ToString() => Path ?? Intents.ToString(CultureInfo.InvariantCulture);
}
