using System.Collections;
using System.Reflection;
using System.Text;

namespace Kompass.Accounting;

/// <summary>
/// Says in words what differs between two versions of a configuration. Looks at every setting there is, so that none that is added
/// later escapes the audit trail; of a connection it tells the organisation's name alone.
/// </summary>
internal static class SettingsWords
{
    private const string Nothing = "(none)";

    /// <summary>Settings that people know by another name than their member's.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(SyncConfiguration.DefaultAccountId)] = "Account default",
        [nameof(SyncConfiguration.IsEnabled)] = "Enabled",
        [nameof(SyncConfiguration.IsPaused)] = "Paused",
        [nameof(SyncConfiguration.IsShadow)] = "Shadow mode",
        [nameof(SyncConfiguration.Interval)] = "Sync interval",
        [nameof(DocumentSettings.RoundingAccountId)] = "Rounding account",
        [nameof(DocumentSettings.VatFiledTo)] = "VAT filed to",
    };

    private static readonly HashSet<string> LeftOut =
    [
        nameof(SyncConfiguration.Id), nameof(SyncConfiguration.Version), nameof(SyncConfiguration.CreatedAt), nameof(SyncConfiguration.CreatedBy),
    ];

    private static readonly HashSet<Type> ToldInOne =
    [
        typeof(RemoteConnection), typeof(FormerConnection), typeof(Pilot), typeof(InterlockOverride), typeof(HeldBacklog), typeof(ReminderAcknowledgement),
    ];

    /// <summary>Null when nothing differs.</summary>
    public static (string Before, string After)? Difference(SyncConfiguration before, SyncConfiguration after)
    {
        var (earlier, later) = (Flatten(before), Flatten(after));
        var changed = earlier.Keys.Union(later.Keys)
            .Where(key => earlier.GetValueOrDefault(key, Nothing) != later.GetValueOrDefault(key, Nothing))
            .Order(StringComparer.Ordinal)
            .ToList();
        return changed.Count == 0 ? null : (Text(changed, earlier), Text(changed, later));
    }

    private static string Text(IEnumerable<string> keys, Dictionary<string, string> values) =>
        string.Join("; ", keys.Select(key => $"{key}: {values.GetValueOrDefault(key, Nothing)}"));

    private static Dictionary<string, string> Flatten(SyncConfiguration configuration)
    {
        var values = new Dictionary<string, string>();
        Add(configuration, string.Empty);
        return values;

        void Add(object settings, string prefix)
        {
            foreach (var property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (prefix.Length == 0 && LeftOut.Contains(property.Name))
                {
                    continue;
                }

                var name = prefix + (prefix.Length == 0 ? Words(property.Name) : Lowered(Words(property.Name)));
                var value = property.GetValue(settings);
                if (value is not null && IsGroup(value.GetType()))
                {
                    Add(value, name + ", ");
                }
                else
                {
                    values[name] = Plain(value);
                }
            }
        }
    }

    private static bool IsGroup(Type type) =>
        type.IsClass && type.Assembly == typeof(SyncConfiguration).Assembly && !ToldInOne.Contains(type) && !type.IsAssignableTo(typeof(IEnumerable));

    private static string? Sentence(object? value) => value switch
    {
        RemoteConnection connection => $"{connection.OrganisationName} ({connection.OrganisationId})",
        FormerConnection former => $"{former.OrganisationName} ({former.OrganisationId}), disconnected by {former.DisconnectedBy}",
        Pilot pilot => $"{Chosen(pilot.Selection)}, begun by {pilot.StartedBy}",
        InterlockOverride decided => $"by {decided.DecidedBy}: {decided.Reason}",
        HeldBacklog backlog => $"{Counted.Of(backlog.Planned.Writes, "change")} since {Plain(DateOnly.FromDateTime(backlog.AbsentSince.UtcDateTime))}, "
            + (backlog.ReleasedAt is null ? "waiting" : $"released by {backlog.ReleasedBy}"),
        ReminderAcknowledgement reminders => $"acknowledged by {reminders.AcknowledgedBy}, with {Counted.Of(reminders.OverdueDocuments, "overdue document")}",
        _ => null,
    };

    private static string Chosen(PilotSelection selection) =>
        string.Join(" and ", new[] { Counted.Listed("document", selection.Invoices), Counted.Listed("client", selection.Clients) }.OfType<string>());

    private static string Plain(object? value) => value switch
    {
        null => Nothing,
        bool yes => yes ? "yes" : "no",
        string text => text.Length == 0 ? Nothing : text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("u", CultureInfo.InvariantCulture),
        _ when Sentence(value) is { } sentence => sentence,
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(Plain).Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : Nothing,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? Nothing,
    };

    private static string Words(string name)
    {
        if (Names.TryGetValue(name, out var known))
        {
            return known;
        }

        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            words.Append(char.IsAsciiLetterUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter);
        }

        return words.ToString();
    }

    private static string Lowered(string words) => words.StartsWith("VAT", StringComparison.Ordinal) ? words : words.ToLowerInvariant();
}
