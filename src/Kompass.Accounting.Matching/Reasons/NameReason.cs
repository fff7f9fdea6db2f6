namespace Kompass.Accounting.Matching;

/// <summary>Says in words how two names compare. Not thread-safe.</summary>
internal sealed class NameReason
{
    private const int MostWords = 3;

    private readonly WordAlignment _alignment = new();

    internal string Of(NormalizedName left, NormalizedName right, in NameComparison names, LegalFormRelation forms)
    {
        if (names.Left is null || names.Right is null)
        {
            return "a name without letters or digits";
        }

        var words = names.IsSame ? SameWords(left, right, names, forms) : OtherWords(names, names.Left, names.Right);
        var form = !names.IsSame || forms == LegalFormRelation.Different ? FormOf(left, right, forms) : null;
        var trading = names.Doubts.HasFlag(Doubts.TradingNamesDiffer) ? "different trading names" : null;
        return string.Join("; ", new[] { words, form, trading }.Where(part => part is not null));
    }

    private static string SameWords(NormalizedName left, NormalizedName right, NameComparison names, LegalFormRelation forms)
    {
        if (names.Doubts.HasFlag(Doubts.WordOrder))
        {
            return "same words in another order";
        }

        if (names.Doubts.HasFlag(Doubts.TradingNameOnly))
        {
            return "only the trading name agrees";
        }

        return forms switch
        {
            LegalFormRelation.SpeltDifferently => $"same name apart from {Show(left)} / {Show(right)}",
            LegalFormRelation.OneSided => $"same name apart from {Show(left.LegalForms.Length > 0 ? left : right)}",
            _ when string.Equals(left.Original, right.Original, StringComparison.OrdinalIgnoreCase) => "same name",
            _ when ShortForms(names.Left!, names.Right!) is { Length: > 0 } words => "same name apart from " + words,
            _ => "same name, written differently",
        };
    }

    // "Mfg" / "Manufacturing": taken for one word, and not always one.
    private static string ShortForms(NameVariant left, NameVariant right) => left.Written.Length != right.Written.Length ? "" : string.Join(
        ", ",
        left.Written.Zip(right.Written)
            .Where(words => Bare(words.First) != Bare(words.Second))
            .Take(MostWords)
            .Select(words => $"'{words.First}' / '{words.Second}'"));

    private static string Bare(string word) => TextFolding.Fold(word).ToLowerInvariant();

    private string OtherWords(NameComparison names, NameVariant left, NameVariant right)
    {
        if (names.Doubts.HasFlag(Doubts.Acronym))
        {
            return "one name is made of the initials of the other";
        }

        _alignment.Align(left, right);
        var pairs = _alignment.Pairs.ToArray();
        if (pairs.Length == 0)
        {
            return "different names";
        }

        if (names.Doubts.HasFlag(Doubts.NumbersDiffer) && NumberReason(left, right) is { } numbers)
        {
            return numbers;
        }

        var parts = new List<string>();
        var unequal = pairs.Where(p => p.Similarity < 1).OrderBy(p => p.Left).Take(MostWords)
            .Select(p => $"'{left.Written[p.Left]}' / '{right.Written[p.Right]}'").ToList();
        if (unequal.Count > 0)
        {
            parts.Add("differs in " + string.Join(", ", unequal));
        }

        AddLeftOver(parts, Words(left, _alignment.LeftTaken), Words(right, _alignment.RightTaken));
        return parts.Count > 0 ? string.Join("; ", parts) : "same name, written differently";
    }

    private static void AddLeftOver(List<string> parts, string left, string right)
    {
        if (left.Length > 0 && right.Length > 0)
        {
            parts.Add($"differs in '{left}' / '{right}'");
        }
        else if (left.Length + right.Length > 0)
        {
            parts.Add($"only one name has '{left}{right}'");
        }
    }

    private static string? NumberReason(NameVariant left, NameVariant right)
    {
        var one = NumberWords(left, right);
        var other = NumberWords(right, left);
        return one is null || other is null ? null : $"differs in '{one}' / '{other}'";
    }

    // "Unit 1" says more than "1": the word before goes with the number.
    private static string? NumberWords(NameVariant name, NameVariant other)
    {
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (name.NumberAt(i) is { } number && Array.IndexOf(other.Numbers, number) < 0)
            {
                return i > 0 ? name.Written[i - 1] + " " + name.Written[i] : name.Written[i];
            }
        }

        return null;
    }

    private static string Words(NameVariant name, ReadOnlySpan<bool> taken)
    {
        var words = new List<string>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i])
            {
                words.Add(name.Written[i]);
            }
        }

        return string.Join(' ', words.Take(MostWords)) + (words.Count > MostWords ? " ..." : "");
    }

    private static string? FormOf(NormalizedName left, NormalizedName right, LegalFormRelation forms) =>
        forms == LegalFormRelation.Different ? $"but {Show(left)} / {Show(right)}" : null;

    private static string Show(NormalizedName name) => LegalFormSpelling.Show(name.LegalForms);
}
