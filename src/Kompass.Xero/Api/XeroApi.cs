using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>
/// The typed calls of the Accounting API. A read that fails throws and never ends early; creating is PUT only, updating is POST with
/// an id only, because POST without an id overwrites a namesake. Thread-safe.
/// </summary>
internal sealed class XeroApi(XeroTransport transport)
{
    public const int PageSize = 1000;

    public const int MostElements = 50;

    /// <summary>Xero's limits page says 3.5 MB.</summary>
    public const int LargestBody = 3 * 1024 * 1024;

    private const int MostPasses = 3;

    /// <summary>Streams all records of a paged kind, each once.</summary>
    public async IAsyncEnumerable<XeroResult<IReadOnlyList<TRead>>> ReadPagesAsync<TRead, TWrite>(
        XeroTenant tenant,
        XeroResource<TRead, TWrite> resource,
        XeroQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRead : class
        where TWrite : class
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var pass = 1; ; pass++)
        {
            int? expected = null;
            var more = true;
            for (var page = 1; more; page++)
            {
                var answer = await ListAsync(tenant, Read(resource, query, page), cancellationToken);
                var records = Records(resource, answer.Value);
                expected = answer.Value.Pagination?.ItemCount ?? expected;

                // Without pagination only an empty page is known to be the last: a server may have made the pages smaller.
                more = records.Count > 0 && (answer.Value.Pagination?.PageCount is not { } pages || page < pages);
                List<TRead> fresh = [.. records.Where(r => resource.Id(r) is { } id && seen.Add(id))];
                yield return new(fresh, answer.Limits, answer.CorrelationId, answer.SentAt);
            }

            if (expected is not { } count || seen.Count >= count)
            {
                yield break;
            }

            // Records moved between the pages while they were read. What is missing must not pass for absent.
            if (pass == MostPasses)
            {
                throw new XeroApiException(
                    XeroErrorKind.Malformed,
                    $"KX2017 Xero announced {count} records of {resource.Path} and sent {seen.Count}, {MostPasses} times over. It is tried again later.");
            }
        }
    }

    /// <summary>Reads a kind that has no pages, or a selection that fits one page.</summary>
    public async Task<XeroResult<IReadOnlyList<TRead>>> ReadAsync<TRead, TWrite>(
        XeroTenant tenant, XeroResource<TRead, TWrite> resource, XeroQuery query, CancellationToken cancellationToken)
        where TRead : class
        where TWrite : class
    {
        var answer = await ListAsync(tenant, Read(resource, query, resource.IsPaged ? 1 : null), cancellationToken);
        return new(Records(resource, answer.Value), answer.Limits, answer.CorrelationId, answer.SentAt);
    }

    /// <summary>Reads one record; null where Xero knows none.</summary>
    public async Task<TRead?> FindAsync<TRead, TWrite>(
        XeroTenant tenant, XeroResource<TRead, TWrite> resource, string id, CancellationToken cancellationToken)
        where TRead : class
        where TWrite : class
    {
        var query = resource.HasUnitAmounts ? "?unitdp=4" : "";
        var request = new XeroRequest(HttpMethod.Get, $"{resource.Path}/{Uri.EscapeDataString(id)}", query) { Name = $"GET {resource.Path}" };
        try
        {
            var answer = await transport.SendAsync(tenant, request, cancellationToken);
            return Records(resource, answer.Value) is [var first, ..] ? first : null;
        }
        catch (XeroApiException e) when (e.Kind == XeroErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Creates records by PUT: an existing one is never changed by this.</summary>
    public Task<XeroResult<IReadOnlyList<ElementOutcome<TRead>>>> CreateAsync<TRead, TWrite>(
        XeroTenant tenant,
        XeroResource<TRead, TWrite> resource,
        IReadOnlyList<TWrite> records,
        string? idempotencyKey,
        CancellationToken cancellationToken)
        where TRead : WireElement
        where TWrite : class
    {
        if (records.Any(r => resource.SentId(r) is not null))
        {
            throw new ArgumentException($"A record of {resource.Path} to be created must not have an id.", nameof(records));
        }

        return WriteAsync(tenant, resource, HttpMethod.Put, records, idempotencyKey, cancellationToken);
    }

    /// <summary>Updates records by POST, each by its id.</summary>
    public Task<XeroResult<IReadOnlyList<ElementOutcome<TRead>>>> UpdateAsync<TRead, TWrite>(
        XeroTenant tenant,
        XeroResource<TRead, TWrite> resource,
        IReadOnlyList<TWrite> records,
        string? idempotencyKey,
        CancellationToken cancellationToken)
        where TRead : WireElement
        where TWrite : class
    {
        if (!records.All(r => BatchOutcomes.IsId(resource.SentId(r))))
        {
            throw new ArgumentException(
                $"A record of {resource.Path} to be updated needs its id: without one Xero looks for a namesake and overwrites it.", nameof(records));
        }

        return WriteAsync(tenant, resource, HttpMethod.Post, records, idempotencyKey, cancellationToken);
    }

    /// <summary>Uses a credit note for invoices.</summary>
    public async Task<IReadOnlyList<AllocationDto>> AllocateAsync(
        XeroTenant tenant,
        string creditNoteId,
        IReadOnlyList<AllocationWrite> allocations,
        string? idempotencyKey,
        CancellationToken cancellationToken)
    {
        var request = new XeroRequest(HttpMethod.Put, $"CreditNotes/{Uri.EscapeDataString(creditNoteId)}/Allocations", "?summarizeErrors=false")
        {
            Name = "PUT CreditNotes/Allocations",
            Body = Serialise(new() { Allocations = allocations }),
            IdempotencyKey = Checked(idempotencyKey),
        };
        var answer = await transport.SendAsync(tenant, request, cancellationToken);
        return answer.Value.Allocations ?? [];
    }

    private async Task<XeroResult<IReadOnlyList<ElementOutcome<TRead>>>> WriteAsync<TRead, TWrite>(
        XeroTenant tenant,
        XeroResource<TRead, TWrite> resource,
        HttpMethod method,
        IReadOnlyList<TWrite> records,
        string? idempotencyKey,
        CancellationToken cancellationToken)
        where TRead : WireElement
        where TWrite : class
    {
        if (records.Count is 0 or > MostElements)
        {
            throw new ArgumentException($"A call takes 1 to {MostElements} records of {resource.Path}, not {records.Count}.", nameof(records));
        }

        var request = new XeroRequest(method, resource.Path, resource.HasUnitAmounts ? "?summarizeErrors=false&unitdp=4" : "?summarizeErrors=false")
        {
            Name = $"{method} {resource.Path}",
            Body = Serialise(resource.Frame(records)),
            IdempotencyKey = Checked(idempotencyKey),
        };
        var answer = await transport.SendAsync(tenant, request, cancellationToken);
        var outcomes = BatchOutcomes.Read(resource, records, resource.Records(answer.Value) ?? [], isCreate: method == HttpMethod.Put);
        return new(outcomes, answer.Limits, answer.CorrelationId, answer.SentAt);
    }

    // A list always exists: a 404 for one comes from something between here and Xero, and says nothing about any record.
    private async Task<XeroResult<Envelope>> ListAsync(XeroTenant tenant, XeroRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(tenant, request, cancellationToken);
        }
        catch (XeroApiException e) when (e.Kind == XeroErrorKind.NotFound)
        {
            throw XeroErrors.Malformed(request.Name, HttpStatusCode.NotFound, null, e);
        }
    }

    private static XeroRequest Read<TRead, TWrite>(XeroResource<TRead, TWrite> resource, XeroQuery query, int? page)
        where TRead : class
        where TWrite : class => new(HttpMethod.Get, resource.Path, query.Text(resource, page, PageSize))
        {
            Name = $"GET {resource.Path}",
            ChangedSince = query.ChangedSince,
        };

    // An answer without the records' own member is a failed read, and a failed read is not an empty list.
    private static IReadOnlyList<TRead> Records<TRead, TWrite>(XeroResource<TRead, TWrite> resource, Envelope envelope)
        where TRead : class
        where TWrite : class =>
        resource.Records(envelope)
        ?? (envelope.IsUnchanged ? [] : throw XeroErrors.Malformed($"GET {resource.Path}", HttpStatusCode.OK, null, null));

    private static byte[] Serialise(WriteEnvelope envelope)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(envelope, XeroJson.Default.WriteEnvelope);
        return body.Length <= LargestBody
            ? body
            : throw new XeroApiException(XeroErrorKind.TooLarge, $"KX2018 A call of {body.Length} bytes is larger than Xero takes. Send fewer records at once.");
    }

    private static string? Checked(string? key) => key is null || (key.Length is > 0 and <= IdempotencyWindow.LongestKey)
        ? key
        : throw new ArgumentException($"An idempotency key has 1 to {IdempotencyWindow.LongestKey} characters.");
}
