using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>The person who reviews: accepts the high band first, and then decides the rest knowing the customers.</summary>
internal sealed class Reviewer
{
    private readonly Dictionary<string, string> _clientByContact;

    public Reviewer(IReadOnlyDictionary<ClientId, string> truth, IEnumerable<EmulatedContact> contacts)
    {
        var clientByName = truth.ToDictionary(pair => pair.Value, pair => pair.Key.Value);
        _clientByContact = contacts
            .Where(contact => contact.Status == "ACTIVE" && clientByName.ContainsKey(contact.Name))
            .ToDictionary(contact => contact.Id.ToString(), contact => clientByName[contact.Name]);
    }

    public static void AcceptHighBand(ReviewRow row)
    {
        if (row.Band == "high" && row.ClientId.Length > 0)
        {
            row.Decision = "link";
        }
    }

    public void DecideRest(ReviewRow row)
    {
        if (row.Status == "linked" || row.ContactId.Length == 0)
        {
            return;
        }

        if (_clientByContact.TryGetValue(row.ContactId, out var client))
        {
            row.ClientId = client;
            row.Decision = "link";
        }
        else if (row.Band is "high" or "medium")
        {
            row.Decision = "ignore";
        }
    }
}
