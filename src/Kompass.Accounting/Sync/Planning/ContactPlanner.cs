using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>Plans the contacts: create, update, hold, or nothing. Pure.</summary>
internal sealed class ContactPlanner(INameMatcher matcher)
{
    public void Plan(PlanDraft draft, CancellationToken cancellationToken)
    {
        var observation = draft.Observation;
        var names = new TakenNames(observation.Contacts.Values);
        var lookAlikes = new Lazy<LookAlikeGuard>(() => new(matcher, observation));
        var inScope = ClientsInScope(observation);

        foreach (var item in observation.Clients)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var link = observation.ContactLinks.GetValueOrDefault(item.Key);
            if (item.Record is not { } client)
            {
                continue;
            }

            if (draft.HoldIfInDoubt(RecordKey.Of(client.Id), client.Name, null))
            {
                continue;
            }

            if (draft.SkipIfDecided(RecordKey.Of(client.Id), client.Name, null, RecordHash.Of(client)))
            {
                continue;
            }

            if (link is not null)
            {
                PlanLinked(draft, client, link, names);
            }
            else if (!inScope(client.Id))
            {
                draft.Skip(RecordKey.Of(client.Id), client.Name, SkipReason.NoDocuments);
            }
            else
            {
                PlanNew(draft, client, names, lookAlikes);
            }
        }
    }

    private static Func<ClientId, bool> ClientsInScope(Observation observation)
    {
        if (observation.Configuration.Contacts.Scope == ClientScope.All)
        {
            return _ => true;
        }

        // Invoices that are as they were sent are not observed; their links tell of them.
        var withDocuments = observation.Invoices
            .Where(item => item.Record is { } invoice && Sendable.WhyNot(invoice, observation.Configuration) is null)
            .Select(item => item.Record!.ClientId)
            .Concat(observation.DocumentLinks.Values.Where(link => !link.IsVoided).Select(link => link.ClientId))
            .OfType<ClientId>()
            .ToHashSet();
        return withDocuments.Contains;
    }

    private static void PlanLinked(PlanDraft draft, Client client, ContactLink link, TakenNames names)
    {
        var observation = draft.Observation;
        var hash = RecordHash.Of(client);
        if (link.RecordHash == hash)
        {
            draft.Unchanged++;
            return;
        }

        var contact = observation.Contacts.GetValueOrDefault(link.RemoteContactId);
        if (ContactStanding.Problem(contact, link) is var (reason, detail))
        {
            draft.Hold(client, reason, detail);
            return;
        }

        var limits = observation.Provider.Limits;
        var changes = ContactContents.Changes(ContactContents.Of(client, limits), contact!, link, observation.Configuration.Contacts);
        if (changes.IsEmpty)
        {
            draft.Acknowledged.Add(link with { RecordHash = hash, SentName = SentName(link, contact!, client) });
            draft.Unchanged++;
        }
        else if (changes.Name is { } name && ContactNames.Problem(name, limits) is { } problem)
        {
            draft.Hold(client, HoldReason.ContactNameInvalid, problem);
        }
        else if (changes.Name is { } newName && names.Holder(newName) is { } holder && holder != contact!.Id.Value)
        {
            draft.Hold(client, HoldReason.NameTaken, $"The client was renamed to '{newName}', a name that {names.Describe(newName)} has.");
        }
        else
        {
            if (changes.Name is { } given)
            {
                names.Take(given, client);
            }

            draft.Add(new UpdateContact(link, contact!, changes, hash) { ChangedAt = client.ChangedAt });
        }
    }

    /// <summary>A name that is in the ledger already was sent by an update whose answer was lost: it remains ours to change.</summary>
    private static string? SentName(ContactLink link, RemoteContact contact, Client client) =>
        link.SentName is not null && contact.Name == ContactContent.TidyName(client.Name) ? contact.Name : link.SentName;

    private static void PlanNew(PlanDraft draft, Client client, TakenNames names, Lazy<LookAlikeGuard> lookAlikes)
    {
        var observation = draft.Observation;
        var decision = observation.ClientDecisions.TryGetValue(client.Id, out var decided) ? decided : (ReviewDecision?)null;
        if (decision == ReviewDecision.Ignore)
        {
            draft.Skip(RecordKey.Of(client.Id), client.Name, SkipReason.IgnoredByReviewer);
            return;
        }

        var content = ContactContents.Of(client, observation.Provider.Limits);
        if (ContactNames.Problem(content.Name!, observation.Provider.Limits) is { } problem)
        {
            draft.Hold(client, HoldReason.ContactNameInvalid, problem);
        }
        else if (names.Holder(content.Name!) is not null)
        {
            draft.Hold(client, HoldReason.NameTaken, $"The name '{content.Name}' belongs to {names.Describe(content.Name!)}.");
        }
        else if (decision != ReviewDecision.Create && lookAlikes.Value.Find(client) is { } lookAlike)
        {
            draft.Hold(client, HoldReason.LookAlike, lookAlike);
        }
        else
        {
            names.Take(content.Name!, client);
            draft.NewContacts.Add(client.Id);
            draft.Add(new CreateContact(client.Id, content, RecordHash.Of(client)) { ChangedAt = client.ChangedAt });
        }
    }
}
