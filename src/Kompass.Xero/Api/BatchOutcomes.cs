using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>
/// Reads the fates out of a written batch. With <c>summarizeErrors=false</c> Xero answers 200 even when it refused every element.
/// Elements come back in the order sent, which is observed and not promised: the natural key confirms each one.
/// </summary>
internal static class BatchOutcomes
{
    public static IReadOnlyList<ElementOutcome<TRead>> Read<TRead, TWrite>(
        XeroResource<TRead, TWrite> resource, IReadOnlyList<TWrite> sent, IReadOnlyList<TRead> received, bool isCreate)
        where TRead : WireElement
        where TWrite : class
    {
        var free = new HashSet<int>(Enumerable.Range(0, received.Count));
        var matches = new TRead?[sent.Count];
        for (var i = 0; i < sent.Count; i++)
        {
            if (i < received.Count && Confirms(resource, sent[i], received[i], isCreate) && free.Remove(i))
            {
                matches[i] = received[i];
            }
        }

        for (var i = 0; i < sent.Count; i++)
        {
            if (matches[i] is null && Only(resource, sent[i], received, free, isCreate) is { } place)
            {
                free.Remove(place);
                matches[i] = received[place];
            }
        }

        return [.. matches.Select(element => Judge(resource, element, isCreate))];
    }

    public static bool IsId(string? id) => Guid.TryParse(id, out var guid) && guid != Guid.Empty;

    private static int? Only<TRead, TWrite>(
        XeroResource<TRead, TWrite> resource, TWrite sent, IReadOnlyList<TRead> received, HashSet<int> free, bool isCreate)
        where TRead : class
        where TWrite : class
    {
        var candidates = free.Where(i => Confirms(resource, sent, received[i], isCreate)).Take(2).ToList();
        return candidates is [var only] ? only : null;
    }

    private static bool Confirms<TRead, TWrite>(XeroResource<TRead, TWrite> resource, TWrite sent, TRead received, bool isCreate)
        where TRead : class
        where TWrite : class =>
        isCreate
            ? Same(resource.SentKey(sent), resource.NaturalKey(received))
            : Same(resource.SentId(sent), resource.Id(received));

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static ElementOutcome<TRead> Judge<TRead, TWrite>(XeroResource<TRead, TWrite> resource, TRead? element, bool isCreate)
        where TRead : WireElement
        where TWrite : class
    {
        if (element is null)
        {
            return new(ElementFate.Unknown, null, ["Xero's answer does not contain this record."], []);
        }

        var own = Texts(element.ValidationErrors ?? []);
        var warnings = Texts(element.Warnings ?? []);
        var isError = string.Equals(element.StatusAttributeString, "ERROR", StringComparison.OrdinalIgnoreCase);
        var hasId = IsId(resource.Id(element));
        if (hasId && !isError && own.Count == 0)
        {
            return new(ElementFate.Stored, element, [], warnings);
        }

        var errors = Texts((element.ValidationErrors ?? []).Concat(element.NestedErrors));
        IReadOnlyList<string> reasons = errors.Count > 0 ? errors : ["Xero refused the record without a reason."];

        // An id that only Xero can have given, beside messages and without a clear refusal, may be a stored record.
        var fate = isError || !hasId || !isCreate ? ElementFate.Refused : ElementFate.Unknown;
        return new(fate, element, reasons, warnings);
    }

    private static List<string> Texts(IEnumerable<MessageDto> messages) =>
        [.. messages.Select(m => m.Message).Where(m => !string.IsNullOrWhiteSpace(m)).Select(m => m!).Distinct()];
}
