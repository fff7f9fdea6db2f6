namespace Kompass.Benchmarks;

internal static class Usage
{
    public static int Show()
    {
        Console.Error.WriteLine(
            """
            match    --left L.csv --right R.csv --out P.csv [--fields none|all|email,phone,...] [--top 20] [--repeat 5]
            evaluate --left L.csv --right R.csv --truth T.csv [--fields ...] [--json]
            evaluate --all DIR [--fields ...] [--json]
            bench    [BenchmarkDotNet arguments, such as --filter *]
            """);
        return 2;
    }
}
