namespace Kompass.Accounting;

/// <summary>What taking over the records of an earlier integration added, or in a dry run would add.</summary>
public sealed record TakeOverResult
{
    /// <summary>True when it was a dry run.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>By what the import can be taken back; null in a dry run, when it was refused, and when there was nothing to add.</summary>
    public ImportId? Id { get; init; }

    /// <summary>Rows read.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows whose link or mapping stands already.</summary>
    public int AlreadyThere { get; init; }

    /// <summary>New contact links.</summary>
    public IReadOnlyList<ContactLink> Contacts { get; init; } = [];

    /// <summary>New document links: these documents are never sent.</summary>
    public IReadOnlyList<DocumentLink> Documents { get; init; } = [];

    /// <summary>New mappings.</summary>
    public IReadOnlyList<CodeMapping> Mappings { get; init; } = [];

    /// <summary>Lines that were refused. While there are any, nothing of any file is imported.</summary>
    public IReadOnlyList<TakeOverIssue> Errors { get; init; } = [];

    /// <summary>Lines to look at again.</summary>
    public IReadOnlyList<TakeOverIssue> Warnings { get; init; } = [];

    /// <summary>True when the files were imported.</summary>
    public bool IsImported => !IsDryRun && Errors.Count == 0;
}
