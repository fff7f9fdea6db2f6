using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

internal static class AllocationAnswer
{
    /// <summary>Null when Xero stored the one allocation that was sent; otherwise why not.</summary>
    public static Refusal? Read(IReadOnlyList<AllocationDto> answer)
    {
        if (answer.Count == 0)
        {
            throw RemoteFaults.UnknownOutcome("the allocation of a credit note", correlationId: null);
        }

        List<string> messages = [.. answer.SelectMany(a => a.ValidationErrors ?? []).Select(m => m.Message).OfType<string>().Distinct()];
        var refused = messages.Count > 0
            || answer.Any(a => string.Equals(a.StatusAttributeString, "ERROR", StringComparison.OrdinalIgnoreCase));
        return !refused ? null : RefusalReader.Read(messages.Count > 0 ? messages : ["Xero refused the allocation without a reason."]);
    }
}
