namespace Kompass.Accounting;

/// <summary>A part of what was found.</summary>
/// <typeparam name="TLink">The kind of link.</typeparam>
/// <param name="Items">The links.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record LinkPage<TLink>(IReadOnlyList<TLink> Items, int Total);
