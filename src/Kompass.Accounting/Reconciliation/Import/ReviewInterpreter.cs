namespace Kompass.Accounting;

/// <summary>
/// Turns the rows of a review file into links and decisions, or says what is wrong with them. Pure; one use.
/// </summary>
/// <remarks>
/// <c>link</c> links the row's contact to the row's client, edited or not. <c>create</c> gives the row's client a contact of its
/// own, and says of the row's contact, if it has one, that it is not that client. <c>ignore</c> leaves the row's contact alone,
/// or on a row without a contact the client.
/// </remarks>
internal sealed class ReviewInterpreter
{
    private readonly ReviewContext _context;
    private readonly ReviewColumns _columns;
    private readonly ContactCell _contacts;
    private readonly ClientCell _clients;
    private readonly ListedRows _listed;
    private readonly DecisionIndex _remembered;
    private readonly ILookup<RemoteContactId, ContactLink> _linksByContact;
    private readonly Dictionary<ClientId, ContactLink> _linksByClient;
    private readonly ReviewClaims _claims = new();
    private readonly List<ContactLink> _links = [];
    private readonly List<ContactDecision> _decisions = [];
    private readonly ReviewChanges _changes;
    private readonly List<ImportIssue> _errors = [];
    private readonly List<ImportIssue> _warnings = [];
    private int _alreadyLinked;

    public ReviewInterpreter(ReviewContext context)
    {
        _context = context;
        _columns = new(context.Provider);
        _contacts = new(context.Contacts);
        _clients = new(context.Clients);
        _listed = new(context.Reports);
        _remembered = new(context.Decisions);
        _changes = new(_remembered);
        _linksByContact = context.Links.ToLookup(link => link.RemoteContactId);
        _linksByClient = context.Links.ToDictionary(link => link.ClientId);
    }

    public ReviewOutcome Interpret(IEnumerable<ReviewLine> lines)
    {
        foreach (var line in lines)
        {
            var contact = line.ContactId.Length == 0 ? null : _contacts.Find(line.ContactId);
            var row = _listed.Of(line, contact);
            switch (line.Decision.ToLowerInvariant())
            {
                case "":
                    LeaveUndecided(line, row);
                    break;
                case ReviewWords.Link:
                    Link(line, contact, row);
                    break;
                case ReviewWords.Create:
                    Create(line, contact, row);
                    break;
                case ReviewWords.Ignore:
                    Ignore(line, contact, row);
                    break;
                default:
                    Refuse(line, ReviewColumns.Decision,
                        $"'{line.Decision}' is not a decision. "
                        + $"Write {ReviewWords.Link}, {ReviewWords.Create} or {ReviewWords.Ignore}, or leave the cell empty.");
                    break;
            }
        }

        var fresh = FreshDecisions.Of(_decisions, _context.Decisions, _links);
        return new(_links, _alreadyLinked, fresh, _changes.Of(_links, fresh), _errors, _warnings);
    }

    private void LeaveUndecided(ReviewLine line, ReconciliationRow? row)
    {
        if (row is null)
        {
            return;
        }

        if (!ClientCell.MayMean(line.ClientId, row.Client))
        {
            Warn(line, ReviewColumns.ClientId,
                $"The client was changed from '{row.Client?.Id.Value}' to '{line.ClientId}', but the row is not decided: nothing was done. "
                + $"Write {ReviewWords.Link}, {ReviewWords.Create} or {ReviewWords.Ignore} into {ReviewColumns.Decision}.");
        }

        var decision = row.Contact is { } contact ? _remembered.About(contact.Id)
            : row.Client is { } client ? _remembered.About(client.Id)
            : null;
        if (row.Decision is not null && decision?.Decision == row.Decision)
        {
            Warn(line, ReviewColumns.Decision,
                $"The decision was cleared, but what was decided earlier stays: {RowReasons.Decided(decision!)}. "
                + $"Write {ReviewWords.Link}, {ReviewWords.Create} or {ReviewWords.Ignore} to change it.");
        }
    }

    private void Link(ReviewLine line, RemoteContact? contact, ReconciliationRow? row)
    {
        if (!HasContact(line, contact) || !HasClient(line, row, ReviewWords.Link, out var client))
        {
            return;
        }

        var standing = _linksByContact[contact!.Id].FirstOrDefault(link => link.ClientId == client.Id);
        if (standing is null && !MayLink(line, contact, client))
        {
            return;
        }

        if (!Take(line, ReviewWords.Link, contact.Id, client.Id))
        {
            return;
        }

        if (standing is not null)
        {
            _alreadyLinked++;
            return;
        }

        var link = new ContactLink
        {
            RemoteOrganisationId = _context.Connection.OrganisationId,
            ClientId = client.Id,
            RemoteContactId = contact.Id,
            Origin = LinkOrigin.Reconciled,
            CreatedAt = _context.Now,
            CreatedBy = _context.RequestedBy,
        };
        _links.Add(link);
        _changes.Note(link, line, row, contact, client);
    }

    private bool MayLink(ReviewLine line, RemoteContact contact, Client client)
    {
        if (_linksByContact[contact.Id].FirstOrDefault() is { } byContact)
        {
            return Refuse(line, _columns.ContactId,
                $"Contact {contact.Name} is linked to client {NameOf(byContact.ClientId)} already. "
                + "Remove that link first, or clear the decision.");
        }

        if (_linksByClient.GetValueOrDefault(client.Id) is { } byClient)
        {
            return Refuse(line, ReviewColumns.ClientId,
                $"Client {NameOf(client.Id)} is linked to contact {NameOf(byClient.RemoteContactId)} already. "
                + "Remove that link first, or clear the decision.");
        }

        return contact.IsUsable || Refuse(line, _columns.ContactId, ContactState.Refusal(contact, _context.Provider));
    }

    private void Create(ReviewLine line, RemoteContact? contact, ReconciliationRow? row)
    {
        if ((line.ContactId.Length > 0 && !HasContact(line, contact)) || !HasClient(line, row, ReviewWords.Create, out var client))
        {
            return;
        }

        if (_linksByClient.GetValueOrDefault(client.Id) is { } link)
        {
            if (link.Origin != LinkOrigin.Created || link.RemoteContactId == contact?.Id)
            {
                Refuse(line, ReviewColumns.Decision,
                    $"Client {NameOf(client.Id)} is linked to contact {NameOf(link.RemoteContactId)} and needs no new one. "
                    + "Clear the decision, or remove that link first.");
            }

            return;
        }

        var rejected = contact is not null && !_linksByContact[contact.Id].Any() ? contact.Id : (RemoteContactId?)null;
        if (Take(line, ReviewWords.Create, rejected, client.Id))
        {
            Decide(line, row, rejected is null ? null : contact, client, ReviewDecision.Create);
        }
    }

    private void Ignore(ReviewLine line, RemoteContact? contact, ReconciliationRow? row)
    {
        if (line.ContactId.Length > 0)
        {
            if (!HasContact(line, contact))
            {
                return;
            }

            if (_linksByContact[contact!.Id].FirstOrDefault() is { } link)
            {
                Refuse(line, ReviewColumns.Decision,
                    $"Contact {contact.Name} is linked to client {NameOf(link.ClientId)} and cannot be ignored. "
                    + "Clear the decision, or remove that link first.");
            }
            else if (Take(line, ReviewWords.Ignore, contact.Id, null))
            {
                Decide(line, row, contact, null, ReviewDecision.Ignore);
            }

            return;
        }

        if (!HasClient(line, row, ReviewWords.Ignore, out var client))
        {
            return;
        }

        if (_linksByClient.GetValueOrDefault(client.Id) is { } standing)
        {
            Refuse(line, ReviewColumns.Decision,
                $"Client {NameOf(client.Id)} is linked to contact {NameOf(standing.RemoteContactId)} and cannot be ignored. "
                + "Clear the decision, or remove that link first.");
        }
        else if (Take(line, ReviewWords.Ignore, null, client.Id))
        {
            Decide(line, row, null, client, ReviewDecision.Ignore);
        }
    }

    private bool HasContact(ReviewLine line, RemoteContact? contact) =>
        contact is not null
        || Refuse(line, _columns.ContactId, line.ContactId.Length == 0
            ? $"A row decided {line.Decision.ToLowerInvariant()} needs a contact. "
                + $"Paste its id, or decide {ReviewWords.Create} to have a contact made."
            : $"No contact has the id '{line.ContactId}' in {_context.Connection.OrganisationName}. "
                + $"Copy the id from {_context.Provider.DisplayName} or from the exported file.");

    private bool HasClient(ReviewLine line, ReconciliationRow? row, string decision, out Client client)
    {
        client = null!;
        if (line.ClientId.Length == 0)
        {
            var advice = line.ContactId.Length > 0 ? $"Write the client's id, or decide {ReviewWords.Ignore} to leave the contact alone." : "Write the client's id.";
            return Refuse(line, ReviewColumns.ClientId, $"A row decided {decision} needs a client. {advice}");
        }

        var meaning = _clients.Read(line, row?.Client);
        if (meaning.Warning is { } warning)
        {
            Warn(line, ReviewColumns.ClientId, warning);
        }

        client = meaning.Client!;
        return meaning.Error is null || Refuse(line, ReviewColumns.ClientId, meaning.Error);
    }

    private bool Take(ReviewLine line, string decision, RemoteContactId? contact, ClientId? client)
    {
        var (verdict, earlier, earlierDecision) = _claims.Take(line.Line, decision, contact, client);
        switch (verdict)
        {
            case ReviewClaims.Verdict.Repeated:
                Warn(line, null, $"The row repeats row {earlier}; it counts once.");
                return false;
            case ReviewClaims.Verdict.Contradicted:
                var column = earlierDecision == decision ? ReviewColumns.ClientId : ReviewColumns.Decision;
                return Refuse(line, column,
                    $"Row {earlier} decides {earlierDecision} about the same contact or client. "
                    + "A client has one contact and a contact one client: keep one of the rows.");
            default:
                return true;
        }
    }

    private void Decide(ReviewLine line, ReconciliationRow? row, RemoteContact? contact, Client? client, ReviewDecision decision)
    {
        var decided = new ContactDecision
        {
            RemoteOrganisationId = _context.Connection.OrganisationId,
            ClientId = client?.Id,
            RemoteContactId = contact?.Id,
            Decision = decision,
            DecidedAt = _context.Now,
            DecidedBy = _context.RequestedBy,
        };
        _decisions.Add(decided);
        _changes.Note(decided, line, row, contact, client);
    }

    private string NameOf(ClientId id) => _context.Clients.TryGetValue(id, out var client) ? $"{client.Name} ('{id}')" : $"'{id}'";

    private string NameOf(RemoteContactId id) => _contacts.Find(id.Value) is { } contact ? $"{contact.Name} ({id})" : id.Value;

    private bool Refuse(ReviewLine line, string? column, string message)
    {
        _errors.Add(new(line.Line, column, message));
        return false;
    }

    private void Warn(ReviewLine line, string? column, string message) => _warnings.Add(new(line.Line, column, message));
}
