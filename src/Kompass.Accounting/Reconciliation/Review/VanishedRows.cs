namespace Kompass.Accounting;

/// <summary>Says of a row whose contact or client is gone what to do, which the words for an edited file would not.</summary>
internal static class VanishedRows
{
    /// <summary>The refusal of the row; null when both sides are there.</summary>
    public static RowRefusal? Find(ReconciliationRow row, RowDecision decision, ReviewContext context)
    {
        if (decision.Choice == RowChoice.Link && row.Contact is { } contact && context.Contacts.All(found => found.Id != contact.Id))
        {
            return new(row.Number, $"Contact {contact.Name} is not in {context.Connection.OrganisationName} any more. Compare again, and decide upon the new comparison.");
        }

        if (decision.Choice == RowChoice.Ignore && row.Contact is not null)
        {
            return null;
        }

        if ((decision.Client ?? row.Client?.Id) is { } client && !context.Clients.ContainsKey(client))
        {
            var name = row.Client?.Id == client ? $"{row.Client.Name} ('{client}')" : $"'{client}'";
            return new(row.Number, $"Client {name} does not exist, or no longer, in the organisations of this configuration. Choose another client, or compare again.");
        }

        return null;
    }
}
