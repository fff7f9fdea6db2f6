namespace Kompass.Xero.AspNetCore;

/// <summary>The comparisons of a configuration that are kept.</summary>
internal sealed record ComparisonListModel(Selection Selection, PageList<KeptComparison> Kept) : ISelectionModel;
