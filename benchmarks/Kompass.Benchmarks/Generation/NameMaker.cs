namespace Kompass.Benchmarks;

/// <summary>Makes names of companies and persons, none of them twice.</summary>
internal sealed class NameMaker(WordSource words)
{
    private const int SistersPerCent = 6;
    private const int PersonsPerCent = 15;
    private const int Patience = 8;

    private static readonly string[] SisterWords = ["Holdings", "Group", "(UK)", "International", "Properties", "Services", "Trading", "Investments", "Developments"];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private GeneratedName? _last;

    public GeneratedName Next()
    {
        for (var attempt = 0; ; attempt++)
        {
            var name = attempt >= Patience ? Company(rare: true)
                : _last is { IsPerson: false } last && words.Chance(SistersPerCent) ? Sister(last)
                : words.Chance(PersonsPerCent) ? Person()
                : Company(words.Chance(30));
            if (_taken.Add(string.Join(' ', name.Words)))
            {
                return _last = name;
            }
        }
    }

    private GeneratedName Company(bool rare)
    {
        List<string> parts = words.Random.Next(10) switch
        {
            _ when rare => [words.Rare(), words.Pick(Words.Trades)],
            < 2 => [Surname(), "&", words.Chance(30) ? "Sons" : Surname()],
            < 4 => [Surname(), words.Pick(Words.Trades)],
            4 => [words.Pick(Words.Places), words.Pick(Words.Brands), words.Pick(Words.Trades)],
            5 => [words.Pick(Words.Brands), words.Pick(Words.Trades), "&", words.Pick(Words.Trades)],
            6 => [Initials(), words.Pick(Words.Trades)],
            7 => [words.Pick(Words.FirstNames), Surname(), words.Pick(Words.Trades)],
            _ => [words.Rare(), words.Chance(50) ? words.Rare() : words.Pick(Words.Brands), words.Pick(Words.Trades)],
        };
        if (words.Chance(15))
        {
            parts.Add(words.Pick(Words.Extras));
        }

        if (words.Chance(6))
        {
            parts.Insert(0, "The");
        }

        return new([.. parts], words.Chance(92) ? Array.IndexOf(Words.LegalForms, LegalForm()) : -1, IsPerson: false);
    }

    private GeneratedName Person() =>
        new(words.Chance(25) ? [words.Pick(Words.FirstNames), Letter(), Surname()] : [words.Pick(Words.FirstNames), Surname()], LegalForm: -1, IsPerson: true);

    // Companies of one group: what makes a likeness dangerous.
    private GeneratedName Sister(GeneratedName of) => of with { Words = [.. of.Words, words.Any(SisterWords)] };

    private string[] LegalForm() => words.Chance(60) ? Words.LegalForms[0] : words.Chance(50) ? Words.LegalForms[1] : words.Any(Words.LegalForms);

    private string Surname() => words.Chance(65) ? words.Pick(Words.Surnames) : words.Rare();

    private string Initials() => Letter() + Letter() + (words.Chance(60) ? Letter() : "");

    private string Letter() => ((char)('A' + words.Random.Next(26))).ToString();
}
