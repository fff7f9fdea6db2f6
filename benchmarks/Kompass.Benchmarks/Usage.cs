namespace Kompass.Benchmarks;

internal static class Usage
{
    public static int Show(int exitCode = 2)
    {
        (exitCode == 0 ? Console.Out : Console.Error).WriteLine(
            $"""
            match    --left L.csv --right R.csv --out P.csv [--fields none|all|email,phone,...] [--without COLUMN,...] [--top 20] [--repeat 5]
            evaluate --left L.csv --right R.csv --truth T.csv [--fields ...] [--without ...] [--json]
            evaluate --all DIR [--fields ...] [--without ...] [--json]      without --fields: names only, then all fields
            scale    [--n 100000] [--right N] [--seed 20] [--repeat 1] [--sample ROWS] [--json]
            train    --data DIR [--out FILE]
            emulator [--repeat 20] [--json]
            sync     [--contacts 10000] [--invoices 10000] [--latency-ms 300] [--warm 5] [--json]
            store    [--configurations 1000] [--links 1000000] [--connection "Host=..."] [--json]      without --connection: a PostgreSQL of its own
            pages    [--contacts 10000] [--records 50000] [--connection "Host=..."] [--json]      --connection: over a PostgreSQL as well
            bench    [--results DIR] [BenchmarkDotNet arguments, such as --filter *]

            CSV files are UTF-8 with a header line. Columns are recognised by their names, by letters and digits alone ('Post Code' is post_code):
              id and name, which every file needs
            {Columns()}
            """);
        return exitCode;
    }

    private static string Columns() => string.Join('\n', FieldColumns.Lines.Select(line => "  " + line));
}
