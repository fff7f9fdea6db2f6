using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kompass.Benchmarks;

/// <summary>One address that is opened.</summary>
/// <param name="Name">The page as its route names it, with what is asked of it.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Status">How it is to be answered.</param>
internal sealed record PageVisit(string Name, string Address, int Status)
{
    private const string Key = "&key={upload}";

    // Beside the plain page: what is asked of it where that makes it heavier, or where it needs to be asked.
    private static readonly Dictionary<string, string[]> Asked = new(StringComparer.Ordinal)
    {
        ["/configurations/{id:guid}/shadow"] = ["", "&show=Held&page=10"],
        ["/audit"] = ["", "&before=5000", "&record=I0000001"],
        ["/accounts"] = ["", "&page=6"],
        ["/contacts"] = ["", "&page=100", "&q=Number 99"],
        ["/contacts/add"] = ["", "&q=Number 99", "&find=Number 99"],
        ["/contacts/history"] = ["&client=C0000001"],
        ["/contacts/unlink"] = ["&client=C0000001"],
        ["/plan"] = ["", "&show=invoices-created&page=10"],
        ["/reconciliations"] = ["", "&page=30", "&show=all&page=300", "&find=Number 99"],
        ["/reconciliations/check"] = [Key, Key + "&page=10"],
        ["/reconciliations/{id:guid}/row"] = ["&number=5", "&number=5&q=Number 99"],
        ["/runs"] = ["", "&run={run}"],
        ["/runs/{id:guid}/undo"] = ["", "&show=Person&page=10"],
        ["/records"] = ["", "&page=3", "&find=INV-00", "&find=nothing"],
        ["/records/sent"] = ["", "&page=500", "&kind=clients", "&find=9"],
    };

    private static readonly Dictionary<string, int> Answered = new(StringComparer.Ordinal)
    {
        ["/callback"] = StatusCodes.Status302Found,
        ["/configurations/{id:guid}/confirm"] = StatusCodes.Status302Found,
        ["/reports/{ticket}"] = StatusCodes.Status404NotFound,
    };

    /// <summary>Every route that answers to GET, so that a new page cannot escape.</summary>
    public static IEnumerable<PageVisit> All(IEnumerable<RouteEndpoint> endpoints, FilledStore filled) =>
        from endpoint in endpoints
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        let pattern = endpoint.RoutePattern.RawText![PagesSite.Prefix.Length..]
        from asked in Asked.GetValueOrDefault(pattern, [""])
        select new PageVisit(
            pattern + asked,
            $"{PagesSite.Prefix}{Filled(pattern, filled)}?configuration={filled.Configuration}{asked.Replace("{upload}", filled.Upload, StringComparison.Ordinal).Replace("{run}", filled.Run.ToString(), StringComparison.Ordinal)}",
            Answered.GetValueOrDefault(pattern, StatusCodes.Status200OK));

    private static string Filled(string pattern, FilledStore filled)
    {
        var id = pattern.StartsWith("/reconciliations/", StringComparison.Ordinal) ? filled.Report.ToString()
            : pattern.StartsWith("/runs/", StringComparison.Ordinal) ? filled.Run.ToString()
            : filled.Configuration.ToString();
        return pattern.Replace("{id:guid}", id, StringComparison.Ordinal).Replace("{ticket}", "none", StringComparison.Ordinal);
    }
}
