namespace Kompass.Xero.AspNetCore;

internal sealed record ConfigurationListModel(IReadOnlyList<ConfigurationListRow> Rows)
{
    public IReadOnlyCollection<string> Selected { get; init; } = [];

    public string Action { get; init; } = "";

    public string? Error { get; init; }
}
