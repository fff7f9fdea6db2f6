namespace Kompass.Benchmarks;

/// <summary>What <see cref="PagesCommand"/> measured.</summary>
internal sealed record PagesReport
{
    public required int Contacts { get; init; }

    public required int Records { get; init; }

    public required int Cores { get; init; }

    public required IReadOnlyList<PageFigures> Pages { get; init; }

    public bool KeepsItsPromise => Pages.Count > 0 && Pages.All(page => page.KeepsToTheBars);

    public void Write(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"{Contacts} contacts, {Records} records, {Cores} cores"));
        output.WriteLine($"{"store",-12}{"page",-62}{"status",8}{"ms",9}{"CPU ms",9}{"KB",9}{"calls",7}");
        foreach (var page in Pages)
        {
            var remark = page switch
            {
                { IsExpected: false } => "  MISSED: not to be answered so",
                { KeepsToTheBars: false } => "  MISSED",
                { Status: >= 300 and < 400 } => "  leads elsewhere",
                { IsPage: false } => "  a file",
                _ => "",
            };
            output.WriteLine(FormattableString.Invariant(
                $"{page.Store,-12}{page.Path,-62}{page.Status,8}{page.Milliseconds,9:F1}{page.CpuMilliseconds,9:F1}{page.Kilobytes,9:F1}{page.Calls,7}{remark}"));
        }

        output.WriteLine(FormattableString.Invariant(
            $"{(KeepsItsPromise ? "kept" : "MISSED")}: each page in {PageFigures.MostMilliseconds} ms of the server and {PageFigures.MostKilobytes} KB"));
    }
}
