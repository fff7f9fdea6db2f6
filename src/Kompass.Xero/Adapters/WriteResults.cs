using Kompass.Accounting;

namespace Kompass.Xero;

internal static class WriteResults
{
    /// <summary>One result for each element. An element whose fate the answer leaves open makes the whole call an unknown outcome.</summary>
    public static IReadOnlyList<WriteResult<TRecord>> From<TRead, TRecord>(
        XeroResult<IReadOnlyList<ElementOutcome<TRead>>> answer, string what, Func<TRead, TRecord> map)
        where TRead : class
        where TRecord : class
    {
        var open = answer.Value.Count(o => o.Fate == ElementFate.Unknown);
        if (open > 0)
        {
            throw RemoteFaults.UnknownOutcome($"{open} of {answer.Value.Count} {what}", answer.CorrelationId);
        }

        return
        [
            .. answer.Value.Select(o => o.Fate == ElementFate.Stored
                ? new WriteResult<TRecord>(map(o.Element!), null, o.Warnings)
                : new WriteResult<TRecord>(null, RefusalReader.Read(o.Errors), o.Warnings)),
        ];
    }
}
