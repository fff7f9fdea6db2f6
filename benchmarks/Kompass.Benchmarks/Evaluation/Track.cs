namespace Kompass.Benchmarks;

/// <summary>All sets measured with the same fields.</summary>
/// <param name="Fields">The fields that counted besides the name.</param>
/// <param name="Sets">One entry per set.</param>
/// <param name="Macro">The mean over the sets.</param>
internal sealed record Track(string Fields, IReadOnlyList<SetMeasures> Sets, Measures Macro)
{
    public static Track Of(string fields, IReadOnlyList<SetMeasures> sets) => new(fields, sets, Measures.Macro([.. sets.Select(s => s.Measures)]));
}
