using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Measures the matcher against labelled pairs: of one set, or of every set in a folder with the macro averages.</summary>
internal static class EvaluateCommand
{
    public static readonly string[] Options = ["--left", "--right", "--truth", "--all", "--fields", "--without", "--json"];

    public static int Run(Arguments arguments)
    {
        var columns = arguments.Columns();
        var fields = arguments.Fields();
        var sets = arguments.Has("--all")
            ? LabelledSet.ReadAll(arguments.Required("--all"), columns)
            : [LabelledSet.Read("set", arguments.Required("--left"), arguments.Required("--right"), arguments.Required("--truth"), columns)];
        MatchFields[] choices = fields is { } chosen ? [chosen] : arguments.Has("--all") ? [MatchFields.None, MatchFields.All] : [MatchFields.All];
        var matcher = new FuzzyNameMatcher();
        var tracks = Array.ConvertAll(choices, choice => Track.Of(Name(choice), sets.ConvertAll(set => set.Measure(matcher, choice))));
        if (arguments.Has("--json"))
        {
            Json.WriteLine(new { tracks });
            return 0;
        }

        foreach (var track in tracks)
        {
            EvaluationTable.Write(Console.Out, track);
        }

        return 0;
    }

    private static string Name(MatchFields fields) => fields.ToString().ToLowerInvariant();
}
