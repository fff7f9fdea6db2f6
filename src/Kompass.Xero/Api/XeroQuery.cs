using System.Globalization;
using System.Text;

namespace Kompass.Xero;

/// <summary>What a read asks for. Values are encoded here and nowhere else.</summary>
internal sealed record XeroQuery
{
    /// <summary>The most ids in one address: 50 GUIDs stay below the 2,000 characters that every proxy takes.</summary>
    public const int MostIds = 50;

    /// <summary>The most characters that a list parameter may take.</summary>
    public const int LongestList = 1850;

    public static readonly XeroQuery All = new();

    /// <summary>Only records changed at or after this instant.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    public IReadOnlyCollection<string>? Ids { get; init; }

    public IReadOnlyCollection<string>? InvoiceNumbers { get; init; }

    public IReadOnlyCollection<string>? ContactIds { get; init; }

    public IReadOnlyCollection<string>? Statuses { get; init; }

    /// <summary>The order of a paged read; null for the stable one of its kind.</summary>
    public string? Order { get; init; }

    /// <summary>How many records one page holds; null for as many as Xero gives.</summary>
    public int? PageSize { get; init; }

    /// <summary>A condition in Xero's own language, of constants only: values of people never go in here.</summary>
    public string? Where { get; init; }

    public string? SearchTerm { get; init; }

    public bool IncludeArchived { get; init; }

    public string Text<TRead, TWrite>(XeroResource<TRead, TWrite> resource, int? page, int pageSize)
        where TRead : class
        where TWrite : class
    {
        var query = new StringBuilder();
        Add(query, "IDs", List(Ids));
        Add(query, "InvoiceNumbers", List(InvoiceNumbers));
        Add(query, "ContactIDs", List(ContactIds));
        Add(query, "Statuses", List(Statuses));
        Add(query, "where", Encode(Where));
        Add(query, "searchTerm", Encode(SearchTerm));
        Add(query, "includeArchived", IncludeArchived ? "true" : null);
        Add(query, "order", page is null ? null : Encode(Order) ?? resource.StableOrder);
        Add(query, "page", page?.ToString(CultureInfo.InvariantCulture));
        Add(query, "pageSize", page is null ? null : (PageSize ?? pageSize).ToString(CultureInfo.InvariantCulture));
        Add(query, "unitdp", resource.HasUnitAmounts ? "4" : null);
        return query.ToString();
    }

    /// <summary>Xero reads an ISO instant in UTC of whole seconds. One second is taken off: whether it includes its own is not known.</summary>
    public static string Watermark(DateTimeOffset since) =>
        since.ToUniversalTime().AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string? List(IReadOnlyCollection<string>? values) =>
        values is { Count: > 0 } ? string.Join(',', values.Select(Uri.EscapeDataString)) : null;

    private static string? Encode(string? value) => string.IsNullOrEmpty(value) ? null : Uri.EscapeDataString(value);

    private static void Add(StringBuilder query, string name, string? encoded)
    {
        if (encoded is not null)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(encoded);
        }
    }
}
