using System.Collections;

namespace Kompass.Xero.Emulator;

/// <summary>The values of a query string or of a form: names without regard to case, several values of a name kept.</summary>
internal sealed class FormValues : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public string? this[string name]
    {
        get
        {
            foreach (var pair in _values)
            {
                if (string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    public static FormValues Parse(string encoded)
    {
        var form = new FormValues();
        foreach (var part in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            form._values.Add(equals < 0
                ? KeyValuePair.Create(Decode(part), "")
                : KeyValuePair.Create(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return form;
    }

    public IEnumerable<string> All(string name) =>
        _values.Where(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
