using Kompass.Accounting;

namespace Quickstart;

/// <summary>The clients of the sample's Kompass.</summary>
internal sealed class KompassClients : KompassTable<ClientId, Client>, IClientSource
{
    public KompassClients()
    {
        foreach (var client in CsvData.Read("clients.csv", row => new Client
        {
            Id = new(row.Required("id")),
            OrganisationId = new(row.Required("organisation_id")),
            Name = row.Required("name"),
            Currency = new(row.Required("currency")),
            FirstName = row.Text("first_name"),
            LastName = row.Text("last_name"),
            EmailAddress = row.Text("email"),
            PhoneNumber = row.Text("phone"),
            CompanyNumber = row.Text("company_number"),
            TaxNumber = row.Text("tax_number"),
            Address = new()
            {
                Line1 = row.Text("address_line1"),
                Line2 = row.Text("address_line2"),
                City = row.Text("city"),
                PostalCode = row.Text("postal_code"),
                Country = row.Text("country"),
            },
        }))
        {
            Save(client.Id, client);
        }
    }

    protected override KompassOrganisationId OrganisationOf(Client record) => record.OrganisationId;
}
