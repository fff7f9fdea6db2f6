using System.Globalization;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Options of the form <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the options of a command.</summary>
    /// <param name="args">What follows the name of the command.</param>
    /// <param name="known">The options that the command has.</param>
    /// <exception cref="InputException">An option is unknown or stands twice, or a value belongs to none.</exception>
    public static Arguments Parse(string[] args, params string[] known)
    {
        var parsed = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (!known.Contains(args[i]))
            {
                throw new InputException($"'{args[i]}' is not an option of this command. It has {string.Join(", ", known)}.");
            }

            var name = args[i];
            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            if (!parsed._values.TryAdd(name, hasValue ? args[++i] : ""))
            {
                throw new InputException($"{name} is given twice. Give it once.");
            }
        }

        return parsed;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Required(string name) =>
        _values.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new InputException($"{name} is missing. Give it a value.");

    /// <summary>A whole number within limits, or what is taken where nothing was said.</summary>
    /// <param name="name">The option.</param>
    /// <param name="otherwise">What is taken.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest value.</param>
    /// <param name="why">Why it cannot be less, where that is not plain.</param>
    /// <exception cref="InputException">The value is no whole number, or out of the limits.</exception>
    public int Number(string name, int otherwise, int least = 0, int most = 1_000_000, string? why = null) =>
        !_values.TryGetValue(name, out var value) ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new InputException(FormattableString.Invariant($"{name} needs a whole number of at least {least} and at most {most}, but got '{value}'.{(why is null ? "" : " ")}{why}"));

    /// <summary>The fields asked for, or null when nothing was said.</summary>
    public MatchFields? Fields()
    {
        if (!_values.TryGetValue("--fields", out var value))
        {
            return null;
        }

        var fields = MatchFields.None;
        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            fields |= FieldColumns.Flag(part)
                ?? throw new InputException($"--fields does not know '{part}'. Give none, all, or some of {string.Join(", ", FieldColumns.Names)}, with commas between.");
        }

        return fields;
    }

    /// <summary>The columns that are not to be read.</summary>
    public FieldColumns Columns() => Has("--without") ? FieldColumns.Without(Required("--without").Split(',', StringSplitOptions.TrimEntries)) : FieldColumns.All;
}
