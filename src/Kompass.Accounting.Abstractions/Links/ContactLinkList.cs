namespace Kompass.Accounting;

/// <summary>One page of contact links.</summary>
/// <param name="Links">The links.</param>
/// <param name="Total">How many there are in all pages.</param>
public sealed record ContactLinkList(IReadOnlyList<ContactLink> Links, int Total);
