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

    private static readonly HashSet<string> LeftOut =
    [
        nameof(SyncConfiguration.Id), nameof(SyncConfiguration.Version), nameof(SyncConfiguration.CreatedAt), nameof(SyncConfiguration.CreatedBy),
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

                var name = prefix + (prefix.Length == 0 ? Words(property.Name) : Words(property.Name).ToLowerInvariant());
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
        type.IsClass && type.Assembly == typeof(SyncConfiguration).Assembly && type != typeof(RemoteConnection) && !type.IsAssignableTo(typeof(IEnumerable));

    private static string Plain(object? value) => value switch
    {
        null => Nothing,
        bool yes => yes ? "yes" : "no",
        string text => text.Length == 0 ? Nothing : text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("u", CultureInfo.InvariantCulture),
        RemoteConnection connection => $"{connection.OrganisationName} ({connection.OrganisationId})",
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(Plain).Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : Nothing,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? Nothing,
    };

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            words.Append(char.IsAsciiLetterUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter);
        }

        return words.ToString();
    }
}
