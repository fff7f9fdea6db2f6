using System.Globalization;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Learns the weights of the features from labelled sets and writes them.</summary>
internal static class TrainCommand
{
    // Real names of companies, which is what ledgers hold, count four or five times as much as sites, persons and made-up noise.
    private static readonly (string Set, MatchFields Fields, double Weight)[] Lessons =
    [
        ("uk_gpg", MatchFields.None, 4), ("uk_gpg", MatchFields.All, 5), ("us_nasdaq", MatchFields.None, 4), ("dnb_synth", MatchFields.None, 1),
        ("chicago_ece", MatchFields.None, 1), ("chicago_ece", MatchFields.All, 1), ("febrl4", MatchFields.None, 1), ("febrl4", MatchFields.All, 1),
    ];

    private const double Ridge = 0.001;
    private const int Digits = 5;

    public static readonly string[] Options = ["--data", "--out"];

    public static int Run(Arguments arguments)
    {
        var sets = LabelledSet.ReadAll(arguments.Required("--data"), FieldColumns.All).ToDictionary(set => set.Name, StringComparer.Ordinal);
        var lessons = Array.ConvertAll(Lessons, lesson => TrainingSet.Of(
            sets.GetValueOrDefault(lesson.Set) ?? throw new InputException($"There is no set '{lesson.Set}' in {arguments.Required("--data")}. The weights are learnt from it."),
            lesson.Fields,
            lesson.Weight));
        var names = Enum.GetNames<Feature>();
        var weights = new ConditionalLogit(lessons, names.Length, Ridge).Learn([.. Enum.GetValues<Feature>().Select(SignOf)], [(int)Feature.FieldsByHand]);
        string[] lines =
        [
            "# The learnt weights of the features of a pair: what each adds to the logarithm of the odds that both are the same.",
            $"# Made by: train --data DIR --out FILE, from {string.Join(", ", Lessons.Select(lesson => lesson.Set).Distinct())}.",
            .. names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name} {Math.Round(weights[i], Digits) + 0.0}")),
        ];
        if (arguments.Has("--out"))
        {
            File.WriteAllText(arguments.Required("--out"), string.Join('\n', lines) + "\n");
        }
        else
        {
            Array.ForEach(lines, Console.WriteLine);
        }

        return 0;
    }

    // What everybody knows: agreement never speaks against a pair, nor difference for it.
    private static int SignOf(Feature feature) => feature switch
    {
        Feature.SamePhone or Feature.SamePostcode or Feature.SameStreet or Feature.SameNumber or Feature.NearNumber => 1,
        Feature.OtherPhone or Feature.OtherPostcode or Feature.OtherStreet or Feature.OtherNumber or Feature.NothingAgrees => -1,
        Feature.NumbersDiffer or Feature.NumberMissing or Feature.FormsDiffer or Feature.FormOfOne or Feature.Unequal => -1,
        Feature.SameLetters or Feature.SameNameElsewhere or Feature.Share or Feature.Letters or Feature.Grams or Feature.Contained => 1,
        Feature.AllLetters or Feature.AllLettersAbove40 or Feature.AllLettersAbove55 => 1,
        _ => 0,
    };
}
