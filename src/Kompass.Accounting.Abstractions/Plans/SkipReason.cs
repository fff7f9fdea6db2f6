namespace Kompass.Accounting;

/// <summary>Why a record is rightly not sent.</summary>
public enum SkipReason
{
    /// <summary>Not approved or posted in Kompass.</summary>
    NotApproved,

    /// <summary>Synchronize is not ticked.</summary>
    NotSynchronized,

    /// <summary>Dated before the cut-over.</summary>
    BeforeCutOver,

    /// <summary>Voided or deleted before it was ever sent.</summary>
    WithdrawnBeforeSending,

    /// <summary>All lines are zero: nothing to post.</summary>
    NothingToPost,

    /// <summary>A reviewer decided to leave the client alone.</summary>
    IgnoredByReviewer,

    /// <summary>Only clients with documents are sent, and this one has none.</summary>
    NoDocuments,

    /// <summary>A person decided to leave the record alone.</summary>
    SkippedByPerson,
}
