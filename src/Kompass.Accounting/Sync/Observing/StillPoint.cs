namespace Kompass.Accounting;

/// <summary>What a run that found nothing to do leaves, so that the next one can see that nothing has changed since.</summary>
/// <param name="Revision">The revision of what is remembered.</param>
/// <param name="Settings">A digest of the configuration and of the organisation.</param>
/// <param name="ContactsSince">From when on the ledger's contacts were read.</param>
/// <param name="Unchanged">How many records were as they were sent.</param>
internal sealed record StillPoint(long Revision, string Settings, DateTimeOffset ContactsSince, int Unchanged)
{
    /// <returns>The point; null where the text is none.</returns>
    public static StillPoint? Parse(IReadOnlyList<string> parts) =>
        parts is [var revision, var settings, var since, var unchanged]
            && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && int.TryParse(unchanged, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(number, settings, new(ticks, TimeSpan.Zero), count)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Revision}|{Settings}|{ContactsSince.UtcTicks}|{Unchanged}");
}
