namespace Kompass.Benchmarks;

/// <summary>Writes a name as another system might have it.</summary>
internal sealed class NameNoise(WordSource words)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Nothing changed in 15 of 100 cases, one thing in 50, two in 27, three in 8.</summary>
    public string Copy(GeneratedName name)
    {
        var draft = new Draft([.. name.Words], name.LegalForm < 0 ? "" : Words.LegalForms[name.LegalForm][0]);
        var changes = words.Random.Next(100) switch { < 15 => 0, < 65 => 1, < 92 => 2, _ => 3 };
        for (var i = 0; i < changes; i++)
        {
            Change(draft, name);
        }

        return draft.ToString();
    }

    private void Change(Draft draft, GeneratedName name)
    {
        switch (words.Random.Next(100))
        {
            case < 30 when name.LegalForm >= 0:
                draft.Form = words.Chance(70) ? words.Any(Words.LegalForms[name.LegalForm]) : "";
                break;
            case < 42:
                var lower = words.Chance(30);
                draft.Finish.Add(text => lower ? text.ToLowerInvariant() : text.ToUpperInvariant());
                break;
            case < 56:
                Punctuate(draft);
                break;
            case < 76:
                Mistype(draft.Words);
                break;
            case < 84:
                Shorten(draft.Words, name.IsPerson);
                break;
            case < 89 when draft.Words.Count > 2:
                draft.Words.RemoveAt(words.Random.Next(1, draft.Words.Count));
                break;
            case < 94 when name.IsPerson:
                draft.Words = [draft.Words[^1] + ",", .. draft.Words[..^1]];
                break;
            case < 94 when draft.Words.Count > 1:
                var at = words.Random.Next(draft.Words.Count - 1);
                (draft.Words[at], draft.Words[at + 1]) = (draft.Words[at + 1], draft.Words[at]);
                break;
            default:
                var other = $"{words.Rare()} {words.Pick(Words.Trades)}";
                draft.Finish.Add(text => $"{text} t/a {other}");
                break;
        }
    }

    private void Punctuate(Draft draft)
    {
        var and = draft.Words.IndexOf("&");
        if (and >= 0)
        {
            draft.Words[and] = "and";
        }
        else if (words.Chance(40) && draft.Form.Length > 0)
        {
            draft.Words[^1] += ",";
        }
        else if (draft.Words.Count > 1)
        {
            var at = words.Random.Next(draft.Words.Count - 1);
            draft.Words[at] += (words.Chance(60) ? "-" : "") + draft.Words[at + 1];
            draft.Words.RemoveAt(at + 1);
        }
    }

    private void Mistype(List<string> parts)
    {
        var at = words.Random.Next(parts.Count);
        var word = parts[at];
        if (word.Length < 4)
        {
            return;
        }

        var place = words.Random.Next(1, word.Length - 1);
        var letter = Alphabet[words.Random.Next(Alphabet.Length)];
        parts[at] = words.Random.Next(5) switch
        {
            0 => word.Remove(place, 1),
            1 => word.Insert(place, word[place].ToString()),
            2 => word[..place] + word[place + 1] + word[place] + word[(place + 2)..],
            3 => word[..place] + letter + word[(place + 1)..],
            _ => word.Insert(place, letter.ToString()),
        };
    }

    private void Shorten(List<string> parts, bool isPerson)
    {
        var at = isPerson ? 0 : parts.FindIndex(Words.Short.ContainsKey);
        if (at >= 0)
        {
            parts[at] = isPerson ? parts[at][..1] + (words.Chance(50) ? "." : "") : Words.Short[parts[at]];
        }
        else if (parts[^1].Length > 6)
        {
            parts[^1] = parts[^1][..4] + ".";
        }
    }

    private sealed class Draft(List<string> parts, string form)
    {
        public List<string> Words { get; set; } = parts;

        public string Form { get; set; } = form;

        public List<Func<string, string>> Finish { get; } = [];

        public override string ToString() => Finish.Aggregate(string.Join(' ', Form.Length == 0 ? Words : [.. Words, Form]), (text, finish) => finish(text));
    }
}
