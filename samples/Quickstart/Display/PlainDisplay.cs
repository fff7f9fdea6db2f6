using Kompass.Accounting;

namespace Quickstart;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class PlainDisplay(TextWriter output) : IDisplay
{
    public void Step(string title) => output.WriteLine($"\n== {title}");

    public void Line(string text) => output.WriteLine("   " + text);

    public void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line($"{title}: {string.Join(" | ", columns)}");
        foreach (var row in rows)
        {
            Line("  " + string.Join(" | ", row));
        }
    }

    public Task<T> ProgressAsync<T>(Func<IProgress<SyncProgress>, Task<T>> action) => action(new Quiet());

    private sealed class Quiet : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
        }
    }
}
