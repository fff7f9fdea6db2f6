namespace Kompass.Accounting;

/// <summary>Where a report can be fetched.</summary>
/// <param name="Address">The address of the download.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="FileName">The name of the file.</param>
public sealed record PublishedReport(Uri Address, DateTimeOffset ExpiresAt, string FileName);
