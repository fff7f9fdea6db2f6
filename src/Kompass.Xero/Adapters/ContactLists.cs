using System.Text.Json;
using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>
/// Keeps a contact's addresses and phones between the read before a write and the write itself: Xero may replace these lists
/// whole, so what is not ours to change is sent back as it was.
/// </summary>
internal static class ContactLists
{
    public static RemoteContact Remember(ContactDto contact) => ContactMap.Read(contact) with
    {
        AdapterState = JsonSerializer.Serialize(
            new ContactDto { Addresses = contact.Addresses, Phones = contact.Phones },
            XeroJson.Default.ContactDto),
    };

    /// <exception cref="ArgumentException">The contact was not read by id.</exception>
    public static ContactDto Recall(RemoteContact contact) =>
        contact.AdapterState is { } state
            ? JsonSerializer.Deserialize(state, XeroJson.Default.ContactDto)! with { ContactID = contact.Id.Value }
            : throw new ArgumentException($"Contact {contact.Id} was not read by id before it is updated: its other addresses and phones are not known.", nameof(contact));
}
