using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>One admitted accounting call with all that an endpoint needs to answer it.</summary>
internal sealed class AccountingCall(
    EmulatedRequest request, IReadOnlyList<string> segments, Organisation organisation, EmulatorContext context, DateTimeOffset now)
{
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public EmulatedRequest Request => request;

    /// <summary>The segments after the endpoint's name.</summary>
    public IReadOnlyList<string> Segments => segments;

    public Organisation Organisation => organisation;

    public BooksState State
    {
        get => organisation.State;
        set => organisation.State = value;
    }

    public EmulatorContext Context => context;

    public EmulatorSwitches Switches => context.Options.Switches;

    public DateTimeOffset Now => now;

    /// <summary>Today in the organisation's time zone.</summary>
    public DateOnly Today { get; } = TimeZones.Today(organisation.State.Organisation.TimeZone, now);

    /// <summary>The number of elements posted, for the log.</summary>
    public int Elements { get; private set; }

    /// <summary>Whether a fault repeats the last item of the page before.</summary>
    public bool RepeatsAcrossPages { get; init; }

    /// <summary>Whether the call filters or sorts by what Xero has no index for.</summary>
    public bool UsesUnindexedFilter { get; set; }

    public bool IsCreate => request.Method == "PUT";

    public int UnitDecimals => request.Query["unitdp"] == "4" ? 4 : 2;

    public bool SummarizeErrors => request.Query["summarizeErrors"] is { Length: > 0 } text
        ? !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)
        : Switches.SummarizeErrorsByDefault;

    public bool IsPaged => request.Query["page"] is not null || request.Query["pageSize"] is not null || SummaryOnly;

    public int Page => Math.Max(1, Whole("page", 1));

    public int PageSize => Math.Clamp(Whole("pageSize", 100), 1, 1000);

    public bool SummaryOnly => Flag("summaryOnly");

    public bool Flag(string name) => string.Equals(request.Query[name], "true", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string>? List(string name) => request.Query[name] is { Length: > 0 } text
        ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : null;

    /// <summary>The posted elements: those of the envelope, or the single object itself.</summary>
    public IReadOnlyList<JsonObject> ReadElements(string plural, bool single = false)
    {
        var root = ReadBody();
        var elements = root switch
        {
            JsonObject envelope when envelope.ContainsKey(plural) => envelope.Children(plural) ?? [],
            JsonObject one => [one],
            JsonArray array => [.. array.Select(item => item as JsonObject ?? throw new PostDataException("JSON for post data was invalid"))],
            _ => throw new PostDataException("JSON for post data was invalid"),
        };
        Elements = elements.Count;
        return single ? [.. elements.Take(1)] : elements;
    }

    private JsonNode? ReadBody()
    {
        try
        {
            var root = JsonNode.Parse(request.Body.Span, AnyCase);

            // Duplicate members only show when an object is first looked into.
            Touch(root);
            return root;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new PostDataException($"JSON for post data was invalid, {fault.Message}");
        }
    }

    private static void Touch(JsonNode? node)
    {
        if (node is JsonObject parent)
        {
            foreach (var (_, child) in parent)
            {
                Touch(child);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var child in array)
            {
                Touch(child);
            }
        }
    }

    private int Whole(string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
