using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>The golden documents of one file, and what became of them.</summary>
internal sealed record SyncedBooks(
    Rig Rig,
    IReadOnlyDictionary<string, GoldenDocument> Documents,
    BooksSnapshot Books,
    IReadOnlyList<Hold> Holds,
    SyncPlan FirstPlan,
    SyncPlan NextPlan);
