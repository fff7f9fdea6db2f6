using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/Contacts</c>.</summary>
internal sealed class ContactsEndpoint : BatchEndpoint<EmulatedContact>
{
    public override string Name => "Contacts";

    public override IReadOnlyList<string> ReadScopes { get; } = ["accounting.contacts.read"];

    public override IReadOnlyList<string> WriteScopes { get; } = ["accounting.contacts"];

    public override bool TakesAttachments => true;

    protected override string IdName => "ContactID";

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } contact
            ? Answers.List(call, Name, [contact], (writer, found) => ContactWriter.Write(writer, call, found, ContactForm.Full))
            : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteAll(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } contact ? WriteAll(call, contact.Id) : Errors.NotFound(),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedContact saved) =>
        ContactWriter.Write(writer, call, saved, ContactForm.Full);

    protected override ElementOutcome<EmulatedContact> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedContact> { Sent = sent };
        var existing = call.IsCreate ? null : Existing(call, sent, addressedId, outcome);
        outcome.KnownId = existing?.Id ?? Guid.Empty;
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (call.IsCreate)
        {
            RefuseArchivedNumber(call.State, sent, outcome);
        }

        if (existing is { IsActive: false } && !MayRestore(call, existing, sent))
        {
            outcome.Refuse(ContactRules.Archived);
            return outcome;
        }

        var contact = ContactReader.Apply(sent, existing ?? new EmulatedContact { Id = call.Context.Ids.Next(), Name = "" }, call, outcome.Refuse);
        ContactRules.Check(call.State, contact, existing, call.Switches, outcome.Refuse);
        if (!outcome.IsRefused)
        {
            call.State = call.State.With(contact);
            outcome.Saved = contact;
        }

        return outcome;
    }

    private static EmulatedContact? Existing(AccountingCall call, JsonObject sent, Guid? addressedId, ElementOutcome<EmulatedContact> outcome)
    {
        var state = call.State;
        if ((addressedId ?? sent.Id("ContactID")) is { } id)
        {
            outcome.IsUnknown = !state.Contacts.TryGetValue(id, out var named);
            return named;
        }

        var numbered = state.ContactNumbers.Find(sent.Text("ContactNumber"));
        if (!numbered.IsEmpty)
        {
            return state.Contacts[numbered[0]];
        }

        var name = ContactRules.Normalise(sent.Text("Name") ?? "");
        var alike = state.ContactNames.Find(name);
        if (alike.IsEmpty)
        {
            return null;
        }

        if (call.Switches.PostContactWithoutId == PostWithoutId.IsRefused)
        {
            outcome.Refuse(ContactRules.NameTaken(name));
        }

        return state.Contacts[alike[0]];
    }

    private static void RefuseArchivedNumber(BooksState state, JsonObject sent, ElementOutcome<EmulatedContact> outcome)
    {
        if (state.ContactNumbers.Find(sent.Text("ContactNumber")).Any(id => !state.Contacts[id].IsActive))
        {
            outcome.Refuse(ContactRules.Archived);
        }
    }

    private static bool MayRestore(AccountingCall call, EmulatedContact contact, JsonObject sent) =>
        call.Switches.ContactsCanBeRestored && contact.MergedToContactId is null
        && string.Equals(sent.Text("ContactStatus"), "ACTIVE", StringComparison.OrdinalIgnoreCase);

    private static EmulatedContact? Find(AccountingCall call, string key) =>
        Guid.TryParse(key, out var id)
            ? call.State.Contacts.GetValueOrDefault(id)
            : call.State.ContactNumbers.Find(key) is [var first, ..] ? call.State.Contacts[first] : null;

    private static EmulatedResponse List(AccountingCall call)
    {
        IEnumerable<EmulatedContact> contacts = ChangeOrder.Of(call.State.Contacts, contact => contact.UpdatedDateUtc);
        var ids = call.Ids("IDs");
        if (ids is not null)
        {
            contacts = contacts.Where(contact => ids.Contains(contact.Id));
        }

        if (!call.Flag("includeArchived") && !(ids is not null && call.Switches.IdsFindArchivedContacts))
        {
            contacts = contacts.Where(contact => contact.Status != "ARCHIVED");
        }

        if (call.Request.Query["searchTerm"] is { Length: > 0 } term)
        {
            contacts = contacts.Where(contact => Matches(contact, term));
        }

        var form = call.SummaryOnly ? ContactForm.Summary : call.IsPaged ? ContactForm.Full : ContactForm.Subset;
        List<EmulatedContact> found =
        [
            .. contacts.ChangedSince(call, contact => contact.UpdatedDateUtc)
                .Where(call, ContactFields.All, Indexes.Contacts).InOrder(call, ContactFields.All, contact => contact.Id, Indexes.Contacts),
        ];
        return ListQuery.Answer(call, "Contacts", found, (writer, contact) => ContactWriter.Write(writer, call, contact, form));
    }

    private static bool Matches(EmulatedContact contact, string term)
    {
        foreach (var text in (ReadOnlySpan<string?>)
            [contact.Name, contact.FirstName, contact.LastName, contact.ContactNumber, contact.CompanyNumber, contact.EmailAddress])
        {
            if (text?.Contains(term, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}
