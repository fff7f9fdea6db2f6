namespace Kompass.Accounting;

/// <summary>What the import of a reviewed file changed, or in a dry run would change.</summary>
public sealed record ImportResult
{
    /// <summary>True when it was a dry run.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Rows read.</summary>
    public required int Rows { get; init; }

    /// <summary>New links.</summary>
    public required IReadOnlyList<ContactLink> Links { get; init; }

    /// <summary>Rows decided <c>link</c> whose link stands already.</summary>
    public required int AlreadyLinked { get; init; }

    /// <summary>New or changed decisions to create or ignore.</summary>
    public required IReadOnlyList<ContactDecision> Decisions { get; init; }

    /// <summary>The same row by row, in the order of the file: one for each of <see cref="Links"/> and <see cref="Decisions"/>.</summary>
    public IReadOnlyList<ImportChange> Changes { get; init; } = [];

    /// <summary>Lines that were refused. While there are any, nothing of the file is imported.</summary>
    public required IReadOnlyList<ImportIssue> Errors { get; init; }

    /// <summary>Lines to look at again, such as those edited but not decided.</summary>
    public required IReadOnlyList<ImportIssue> Warnings { get; init; }

    /// <summary>True when the file's decisions were imported.</summary>
    public bool IsImported => !IsDryRun && Errors.Count == 0;
}
