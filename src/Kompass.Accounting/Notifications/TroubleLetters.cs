using System.Text;

namespace Kompass.Accounting;

/// <summary>What people are told about a run, in words.</summary>
internal sealed class TroubleLetters(ProviderDescriptor provider)
{
    private const int MostNamed = 10;

    /// <summary>One letter about everything that a run met first.</summary>
    public Notification Met(
        SyncConfiguration configuration,
        IReadOnlyList<Trouble> met,
        SyncResult result,
        IReadOnlyList<Hold> holds)
    {
        var held = holds.Where(hold => met.Any(trouble => trouble.Reason == hold.Reason)).ToList();
        var subject = met[0].Kind switch
        {
            TroubleKind.Failed => $"The sync with {provider.DisplayName} failed",
            TroubleKind.DayLimit => $"{provider.DisplayName}'s limit of calls for the day is used up",
            _ => $"{Counted.Of(held.Count, "record")} {(held.Count == 1 ? "waits" : "wait")} for you before {(held.Count == 1 ? "it goes" : "they go")} to {provider.DisplayName}",
        };
        var body = new StringBuilder();
        foreach (var trouble in met)
        {
            var of = held.Where(hold => hold.Reason == trouble.Reason).ToList();
            body.AppendLine(trouble.Kind switch
            {
                TroubleKind.Failed => $"{result.Message}\n\nIt is tried again by itself. You are told when it works again.",
                TroubleKind.DayLimit => $"{result.Message}\n\nNothing is lost: the rest goes on by itself{At(result.RetryAt)}.",
                _ => $"{Names(of)}\n{of[0].Detail}\nWhat to do: {of[0].Remedy}",
            }).AppendLine();
        }

        return new(configuration.Id, Named(subject, configuration), body.ToString().TrimEnd());
    }

    /// <summary>The end of everything that was told.</summary>
    public Notification WellAgain(SyncConfiguration configuration, IReadOnlyList<Trouble> known) => new(
        configuration.Id,
        Named($"The sync with {provider.DisplayName} is well again", configuration),
        $"The last run came to its end and nothing is held any more. You were told on {string.Join(" and ", known
            .Select(trouble => trouble.ToldAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal))}.");

    private static string Named(string subject, SyncConfiguration configuration) => $"{subject}: {configuration.Connection?.OrganisationName}";

    private static string At(DateTimeOffset? retryAt) =>
        retryAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" at {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : string.Empty;

    private static string Names(List<Hold> holds)
    {
        var names = string.Join(", ", holds.Take(MostNamed).Select(hold => hold.Title));
        return holds.Count > MostNamed ? $"{names} and {holds.Count - MostNamed} more:" : $"{names}:";
    }
}
