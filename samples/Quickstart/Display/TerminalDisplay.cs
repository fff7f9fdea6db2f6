using Kompass.Accounting;
using Spectre.Console;

namespace Quickstart;

/// <summary>Progress bars and tables, for a terminal.</summary>
internal sealed class TerminalDisplay : IDisplay
{
    public void Step(string title) => AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());

    public void Line(string text) => AnsiConsole.MarkupLine("  " + Markup.Escape(text));

    public void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Title(Markup.Escape(title)).RoundedBorder();
        foreach (var column in columns)
        {
            table.AddColumn(Markup.Escape(column));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }

    public Task<T> ProgressAsync<T>(Func<IProgress<SyncProgress>, Task<T>> action) =>
        AnsiConsole.Progress().HideCompleted(false).StartAsync(context => action(new Bars(context)));

    private sealed class Bars(ProgressContext context) : IProgress<SyncProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(SyncProgress value)
        {
            if (!_tasks.TryGetValue(value.Stage, out var task))
            {
                task = _tasks[value.Stage] = context.AddTask(Markup.Escape(value.Stage));
            }

            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Total == 0 ? 1 : value.Done;
        }
    }
}
