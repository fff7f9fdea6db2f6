namespace Kompass.Accounting;

/// <summary>Which names the ledger takes.</summary>
internal static class ContactNames
{
    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Problem(string tidyName, LedgerLimits limits)
    {
        if (tidyName.Length == 0)
        {
            return "The client has no name.";
        }

        if (tidyName.Length > limits.ContactName)
        {
            return $"The client's name has {tidyName.Length} characters; at most {limits.ContactName} are taken.";
        }

        return tidyName.IndexOfAny(limits.ForbiddenInName.ToCharArray()) is var place and >= 0
            ? $"The client's name '{tidyName}' holds the character {tidyName[place]}."
            : null;
    }
}
