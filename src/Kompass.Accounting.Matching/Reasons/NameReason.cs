namespace Kompass.Accounting.Matching;

/// <summary>Says in words how two names compare.</summary>
internal static class NameReason
{
    private const int MostWords = 3;

    internal static string Of(NormalizedName left, NormalizedName right, PairScore score)
    {
        var names = score.Names;
        if (names.Left is null || names.Right is null)
        {
            return "a name without letters or digits";
        }

        var words = names.Alignment is null ? SameWords(left, right, names, score.LegalForms) : OtherWords(names, names.Left, names.Right, names.Alignment);
        var form = names.Alignment is not null || score.LegalForms == LegalFormRelation.Different ? FormOf(left, right, score.LegalForms) : null;
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
            _ => "same name, written differently",
        };
    }

    private static string OtherWords(NameComparison names, NameVariant left, NameVariant right, WordAlignment alignment)
    {
        if (names.Doubts.HasFlag(Doubts.Acronym))
        {
            return "one name is made of the initials of the other";
        }

        if (alignment.Pairs.Count == 0)
        {
            return "different names";
        }

        if (names.Doubts.HasFlag(Doubts.NumbersDiffer) && NumberReason(left, right) is { } numbers)
        {
            return numbers;
        }

        var parts = new List<string>();
        var unequal = alignment.Pairs.Where(p => p.Similarity < 1).OrderBy(p => p.Left).Take(MostWords)
            .Select(p => $"'{left.Written[p.Left]}' / '{right.Written[p.Right]}'").ToList();
        if (unequal.Count > 0)
        {
            parts.Add("differs in " + string.Join(", ", unequal));
        }

        AddLeftOver(parts, Words(left, alignment.LeftOver), Words(right, alignment.RightOver));
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
            if (Numerals.Read(name.Tokens[i].Text, i == name.Tokens.Length - 1) is { } number && Array.IndexOf(other.Numbers, number) < 0)
            {
                return i > 0 ? name.Written[i - 1] + " " + name.Written[i] : name.Written[i];
            }
        }

        return null;
    }

    private static string Words(NameVariant name, IEnumerable<int> positions)
    {
        var words = positions.ToList();
        return string.Join(' ', words.Take(MostWords).Select(i => name.Written[i])) + (words.Count > MostWords ? " ..." : "");
    }

    private static string? FormOf(NormalizedName left, NormalizedName right, LegalFormRelation forms) =>
        forms == LegalFormRelation.Different ? $"but {Show(left)} / {Show(right)}" : null;

    private static string Show(NormalizedName name) => LegalFormSpelling.Show(name.LegalForms);
}
