using Kompass.Accounting;

namespace Quickstart;

/// <summary>Shows the job to whoever watches: bars and tables in a terminal, plain lines elsewhere.</summary>
internal interface IDisplay
{
    void Step(string title);

    void Line(string text);

    void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows);

    Task<T> ProgressAsync<T>(Func<IProgress<SyncProgress>, Task<T>> action);
}
