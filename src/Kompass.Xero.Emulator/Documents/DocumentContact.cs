using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Finds the contact of a document, or makes it, as Xero does when more than the id is sent.</summary>
internal static class DocumentContact
{
    public static EmulatedContact? Resolve(AccountingCall call, JsonObject sent, EmulatedDocument? existing, Action<string> refuse)
    {
        var contact = sent.Child("Contact") is { } named
            ? Named(call, named, refuse)
            : existing is not null ? call.State.Contacts[existing.ContactId] : Missing(refuse);
        if (contact is { IsActive: false })
        {
            refuse(ContactRules.ArchivedOnDocument);
        }

        return contact;
    }

    private static EmulatedContact? Missing(Action<string> refuse)
    {
        refuse("The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber");
        return null;
    }

    private static EmulatedContact? Named(AccountingCall call, JsonObject sent, Action<string> refuse)
    {
        var state = call.State;
        EmulatedContact? contact;
        if (sent.Id("ContactID") is { } id)
        {
            if (!state.Contacts.TryGetValue(id, out contact))
            {
                refuse("The contact with the specified ContactID could not be found.");
                return null;
            }
        }
        else
        {
            var name = ContactRules.Normalise(sent.Text("Name") ?? "");
            var number = sent.TextOr("ContactNumber", null);
            if (name.Length == 0 && number is null)
            {
                return Missing(refuse);
            }

            contact = state.ContactNumbers.Find(number) is [var numbered, ..] ? state.Contacts[numbered]
                : state.ContactNames.Find(name) is [var alike, ..] ? state.Contacts[alike] : null;
        }

        var isNew = contact is null;
        if (contact is { IsActive: false } || (!isNew && sent.All(member => member.Key.Equals("ContactID", StringComparison.OrdinalIgnoreCase))))
        {
            return contact;
        }

        // More than the id was sent: the contact is written too, and loses the persons that were not sent.
        var before = contact;
        contact = ContactReader.Apply(sent, contact ?? new EmulatedContact { Id = call.Context.Ids.Next(), Name = "" }, call, refuse);
        contact = contact with { ContactPersons = sent.Sent("ContactPersons") ? contact.ContactPersons : [] };
        ContactRules.Check(state, contact, before, call.Switches, refuse);
        call.State = call.State.With(contact);
        return contact;
    }
}
