namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers what the form offers: clients, the contacts that were found, and the one that was looked up.</summary>
internal sealed class ContactLinkReader(
    IClientSource clients, IMappingStore mappings, IContactMirror mirror, IContactLinkChecker checker, XeroAddresses addresses)
{
    /// <summary>As many clients as a person still finds their way through in one drop-down; more are searched for.</summary>
    public const int MostClients = 500;

    /// <summary>As many contacts as a search shows.</summary>
    public const int MostContacts = 20;

    public const string NoUuid =
        "Paste the xero_uuid from the CSV: 32 digits and letters in five groups, such as bd2270c3-8706-4c11-9cfb-000b551c3f51. Or find the contact by its name.";

    public const string NoClient = "Select the Kompass client.";

    public async Task<ContactLinkModel> WithClientsAsync(ContactLinkModel model, CancellationToken cancellationToken)
    {
        var organisations = model.Selection.Current!.Organisations;
        var found = await clients.SearchAsync(organisations, model.Search, MostClients + 1, cancellationToken);
        var offered = found.Take(MostClients).ToList();
        if (ClientId.TryParse(model.Client, out var chosen) && offered.TrueForAll(client => client.Id != chosen))
        {
            offered.AddRange((await clients.FindAsync(organisations, [chosen], cancellationToken)).Select(item => item.Record).OfType<Client>());
        }

        return model with
        {
            Clients = [.. offered.OrderBy(client => client.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(client => client.Id.Value, StringComparer.Ordinal)],
            IsCutShort = found.Count > MostClients,
            Client = model.Client.Length == 0 && model.Search.Length > 0 && found is [var only] ? only.Id.Value : model.Client,
        };
    }

    /// <summary>Searches the contacts as they were last read; the only one found is chosen and looked up.</summary>
    public async Task<ContactLinkModel> WithContactsAsync(ContactLinkModel model, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (model.Find.Length == 0)
        {
            return model;
        }

        var found = await mirror.SearchAsync(connection.OrganisationId, model.Find, MostContacts + 1, cancellationToken);
        var query = new ContactLinkQuery { Contacts = [.. found.Select(contact => contact.Id)], Maximum = int.MaxValue };
        var links = (await mappings.ReadContactLinksAsync(connection.OrganisationId, query, cancellationToken)).Links
            .ToLookup(link => link.RemoteContactId, link => link.ClientId);
        model = model with
        {
            Finds = [.. found.Select(contact => new ContactFind(contact, [.. links[contact.Id]]))],
            KnownUntil = await mirror.GetWatermarkAsync(connection.OrganisationId, cancellationToken),
        };
        return found is [var only] && model.Uuid.Length == 0
            ? await CheckAsync(model with { Uuid = only.Id.Value }, connection, cancellationToken)
            : model;
    }

    /// <summary>Reads the contact from Xero, and says what speaks against the link. What is wrong stands in the model.</summary>
    public async Task<ContactLinkModel> CheckAsync(ContactLinkModel model, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(model.Uuid, out var uuid))
        {
            return model with { UuidProblem = NoUuid };
        }

        try
        {
            ClientId? client = ClientId.TryParse(model.Client, out var chosen) ? chosen : null;
            var check = await checker.CheckAsync(model.Selection.Current!.Id, client, new(uuid.ToString("D")), cancellationToken);
            return model with
            {
                Check = check,
                Address = await addresses.ContactAsync(connection, check.Contact.Id, cancellationToken),
                UuidProblem = check.Refusal,
            };
        }
        catch (ConfigurationException refused) when (refused.Problems is [{ Setting: nameof(ContactLink.ClientId) }])
        {
            return model with { ClientProblem = refused.Message };
        }
        catch (Exception refused) when (refused is ConfigurationException or RemoteLedgerException)
        {
            return model with { UuidProblem = refused.Message };
        }
    }
}
