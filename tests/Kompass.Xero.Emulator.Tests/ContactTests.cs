using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class ContactTests
{
    private readonly Xero _xero = new();

    private static string Contacts(params string[] elements) => $$"""{"Contacts":[{{string.Join(',', elements)}}]}""";

    [Fact]
    public void Put_new_name_creates_active_contact_with_normalised_name()
    {
        var contact = _xero.Put("/Contacts", Contacts("""{"Name":"  Acme   Ltd ","ContactNumber":"K-1","EmailAddress":"a@b.example"}""")).Ok().First("Contacts");

        Assert.Equal("Acme Ltd", contact["Name"]!.GetValue<string>());
        Assert.Equal("ACTIVE", contact["ContactStatus"]!.GetValue<string>());
        Assert.Equal(2, contact["Addresses"]!.AsArray().Count);
        Assert.Equal(["DDI", "DEFAULT", "FAX", "MOBILE"], contact["Phones"]!.AsArray().Select(phone => phone!["PhoneType"]!.GetValue<string>()));
        Assert.Equal("/Date(1795338000000+0000)/", contact["UpdatedDateUTC"]!.GetValue<string>());
        Assert.Equal("K-1", Assert.Single(_xero.Books.Contacts).ContactNumber);
    }

    [Theory]
    [InlineData("Acme Ltd")]
    [InlineData("ACME LTD")]
    [InlineData(" acme ltd ")]
    public void Put_name_of_an_active_contact_is_refused(string name)
    {
        _xero.Contact("Acme Ltd");
        _xero.Put("/Contacts", Contacts($$"""{"Name":"{{name}}"}""")).Refused($"The contact name {name.Trim()} is already assigned to another contact.");
        Assert.Single(_xero.Books.Contacts);
    }

    [Fact]
    public void Put_name_of_an_archived_contact_is_allowed()
    {
        _xero.Control.ArchiveContact(_xero.Tenant, _xero.Contact("Acme Ltd"));
        _xero.Put("/Contacts", Contacts("""{"Name":"Acme Ltd"}""")).Ok();
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Post_number_of_an_archived_contact_to_another_one_follows_the_switch(bool isUnique, int status)
    {
        _xero.Emulator.Options.Switches.ContactNumberIsUnique = isUnique;
        var archived = _xero.Control.AddContact(_xero.Tenant, "Old", contact => contact with { ContactNumber = "N1" });
        _xero.Control.ArchiveContact(_xero.Tenant, archived);
        var other = _xero.Control.AddContact(_xero.Tenant, "New");
        Assert.Equal(status, _xero.Post($"/Contacts/{other}", """{"ContactNumber":"N1"}""").Status);
    }

    [Fact]
    public void Put_number_of_an_archived_contact_is_refused()
    {
        var id = _xero.Control.AddContact(_xero.Tenant, "Old", contact => contact with { ContactNumber = "K-1" });
        _xero.Control.ArchiveContact(_xero.Tenant, id);
        _xero.Put("/Contacts", Contacts("""{"Name":"New","ContactNumber":"K-1"}""")).Refused("The specified contact details matched an archived contact.");
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Put_number_of_another_contact_follows_the_switch(bool isUnique, int status)
    {
        _xero.Emulator.Options.Switches.ContactNumberIsUnique = isUnique;
        _xero.Control.AddContact(_xero.Tenant, "One", contact => contact with { ContactNumber = "K-1" });
        Assert.Equal(status, _xero.Put("/Contacts", Contacts("""{"Name":"Two","ContactNumber":"K-1"}""")).Status);
    }

    [Fact]
    public void Put_id_chosen_by_the_client_is_ignored()
    {
        var wish = Guid.Parse("11111111-1111-4111-8111-111111111111");
        _xero.Put("/Contacts", Contacts($$"""{"ContactID":"{{wish}}","Name":"Acme"}""")).Ok();
        Assert.NotEqual(wish, Assert.Single(_xero.Books.Contacts).Id);
    }

    [Fact]
    public void Post_name_without_id_overwrites_in_silence()
    {
        var id = _xero.Contact("Acme Ltd");
        _xero.Post("/Contacts", Contacts("""{"Name":"acme ltd","EmailAddress":"new@acme.example"}""")).Ok();
        var contact = Assert.Single(_xero.Books.Contacts);
        Assert.Equal((id, "new@acme.example", "acme ltd"), (contact.Id, contact.EmailAddress, contact.Name));
    }

    [Fact]
    public void Post_name_without_id_is_refused_when_the_switch_says_so()
    {
        _xero.Emulator.Options.Switches.PostContactWithoutId = PostWithoutId.IsRefused;
        _xero.Contact("Acme Ltd");
        _xero.Post("/Contacts", Contacts("""{"Name":"Acme Ltd"}""")).Refused("The contact name Acme Ltd is already assigned");
    }

    [Fact]
    public void Post_number_without_id_renames_the_contact_that_bears_it()
    {
        var id = _xero.Control.AddContact(_xero.Tenant, "Old name", contact => contact with { ContactNumber = "K-1" });
        _xero.Post("/Contacts", Contacts("""{"Name":"New name","ContactNumber":"K-1"}""")).Ok();
        Assert.Equal((id, "New name"), _xero.Books.Contacts.Select(contact => (contact.Id, contact.Name)).Single());
    }

    [Fact]
    public void Post_unknown_id_in_a_batch_turns_the_whole_request_into_404()
    {
        var answer = _xero.Post("/Contacts?summarizeErrors=false", Contacts("""{"Name":"Fine"}""", $$"""{"ContactID":"{{Guid.Parse("22222222-2222-4222-8222-222222222222")}}","Name":"X"}"""));
        Assert.Equal(404, answer.Status);
        Assert.StartsWith("text/html", answer.Response.ContentType, StringComparison.Ordinal);
        Assert.Empty(_xero.Books.Contacts);
    }

    [Fact]
    public void Post_unknown_id_is_refused_alone_when_the_switch_says_so()
    {
        _xero.Emulator.Options.Switches.UnknownIdRefusesBatch = false;
        var answer = _xero.Post("/Contacts?summarizeErrors=false", Contacts("""{"Name":"Fine"}""", """{"ContactID":"22222222-2222-4222-8222-222222222222","Name":"X"}""")).Ok();
        Assert.Equal(["OK", "ERROR"], answer.Elements("Contacts").Select(element => element!["StatusAttributeString"]!.GetValue<string>()));
    }

    [Fact]
    public void Post_archived_contact_is_refused_even_to_restore_it()
    {
        var id = _xero.Contact();
        _xero.Control.ArchiveContact(_xero.Tenant, id);
        _xero.Post("/Contacts", Contacts($$"""{"ContactID":"{{id}}","ContactStatus":"ACTIVE"}""")).Refused("The specified contact details matched an archived contact.");
    }

    [Fact]
    public void Post_archives_a_contact()
    {
        var id = _xero.Contact();
        _xero.Post("/Contacts", Contacts($$"""{"ContactID":"{{id}}","ContactStatus":"ARCHIVED"}""")).Ok();
        Assert.Equal("ARCHIVED", _xero.Books.Contacts.Single().Status);
    }

    [Fact]
    public void Post_omitted_members_stay_empty_ones_clear_arrays_replace()
    {
        var id = _xero.Control.AddContact(_xero.Tenant, "Acme", contact => contact with
        {
            FirstName = "Ann",
            LastName = "Lee",
            TaxNumber = "GB1",
            ContactPersons = [new EmulatedContactPerson("Bob", "Ray", null, false), new EmulatedContactPerson("Cy", "Day", null, false)],
            Addresses = [new EmulatedAddress("STREET") { City = "Hull" }, new EmulatedAddress("POBOX") { City = "York", Country = "UK" }],
        });

        _xero.Post("/Contacts", Contacts(
            $$"""{"ContactID":"{{id}}","FirstName":"","ContactPersons":[{"FirstName":"Dee"}],"Addresses":[{"AddressType":"POBOX","City":"Leeds"}]}""")).Ok();

        var contact = _xero.Books.Contacts.Single();
        Assert.Equal((null, "Lee", "GB1"), (contact.FirstName, contact.LastName, contact.TaxNumber));
        Assert.Equal("Dee", Assert.Single(contact.ContactPersons).FirstName);
        Assert.Equal(["Hull", "Leeds"], contact.Addresses.Select(address => address.City));
        Assert.Equal("UK", contact.Addresses[1].Country);
    }

    [Fact]
    public void Post_bumps_the_time_of_the_last_change()
    {
        var id = _xero.Contact();
        _xero.Clock.Advance(TimeSpan.FromMinutes(5));
        _xero.Post("/Contacts", Contacts($$"""{"ContactID":"{{id}}","FirstName":"Ann"}""")).Ok();
        Assert.Equal(Xero.Start.AddMinutes(5), _xero.Books.Contacts.Single().UpdatedDateUtc);
    }

    [Theory]
    [InlineData("""{"Name":""}""", "The contact name cannot be empty.")]
    [InlineData("""{"FirstName":"Ann"}""", "The contact name cannot be empty.")]
    [InlineData("""{"Name":"A <b>"}""", "The contact name cannot contain")]
    [InlineData("""{"Name":"A","EmailAddress":"not an address"}""", "Email address must be valid.")]
    [InlineData("""{"Name":"A","EmailAddress":"jürgen@b.example"}""", "Email address must be valid.")]
    [InlineData("""{"Name":"A","ContactNumber":"123456789012345678901234567890123456789012345678901"}""", "The field ContactNumber must be a string")]
    [InlineData("""{"Name":"A","Addresses":[{"AddressType":"HOME"}]}""", "The address type HOME")]
    [InlineData("""{"Name":"A","Addresses":[{"AddressType":"STREET","Country":"Area 51"}]}""", "The country may hold letters only.")]
    [InlineData("""{"Name":"A","Phones":[{"PhoneType":"DEFAULT","PhoneAreaCode":"12345678901"}]}""", "The field PhoneAreaCode")]
    [InlineData("""{"Name":"A","ContactPersons":[{},{},{},{},{},{}]}""", "A contact cannot have more than 5 contact persons.")]
    public void Put_broken_contact_is_refused(string contact, string message)
    {
        _xero.Put("/Contacts", Contacts(contact)).Refused(message);
        Assert.Empty(_xero.Books.Contacts);
    }

    [Fact]
    public void Put_account_number_of_another_contact_is_refused()
    {
        _xero.Control.AddContact(_xero.Tenant, "One", contact => contact with { AccountNumber = "A1" });
        _xero.Put("/Contacts", Contacts("""{"Name":"Two","AccountNumber":"a1"}""")).Refused("The Account Number already exists.");
    }

    [Fact]
    public void Put_one_bad_of_three_saves_nothing_when_errors_are_summarised()
    {
        _xero.Contact("Taken");
        var answer = _xero.Put("/Contacts", Contacts("""{"Name":"A"}""", """{"Name":"Taken","FirstName":"Ann"}""", """{"Name":"B"}"""));
        Assert.Equal(400, answer.Status);
        Assert.Equal(10, answer["ErrorNumber"]!.GetValue<int>());
        Assert.Equal("ValidationException", answer["Type"]!.GetValue<string>());
        var echo = Assert.Single(answer.Elements("Elements"))!;
        Assert.Equal("00000000-0000-0000-0000-000000000000", echo["ContactID"]!.GetValue<string>());
        Assert.Equal("Ann", echo["FirstName"]!.GetValue<string>());
        Assert.True(echo["HasValidationErrors"]!.GetValue<bool>());
        Assert.Single(_xero.Books.Contacts);
    }

    [Fact]
    public void Put_one_bad_of_three_saves_the_others_in_order_when_errors_are_not_summarised()
    {
        _xero.Contact("Taken");
        var answer = _xero.Put("/Contacts?summarizeErrors=false", Contacts("""{"Name":"A"}""", """{"Name":"Taken"}""", """{"Name":"B"}""")).Ok();
        var elements = answer.Elements("Contacts");
        Assert.Equal(["OK", "ERROR", "OK"], elements.Select(element => element!["StatusAttributeString"]!.GetValue<string>()));
        Assert.Equal(["A", "Taken", "B"], elements.Select(element => element!["Name"]!.GetValue<string>()));
        Assert.Equal("00000000-0000-0000-0000-000000000000", elements[1]!["ContactID"]!.GetValue<string>());
        Assert.Equal(3, _xero.Books.Contacts.Count);
    }

    [Fact]
    public void Put_two_of_one_name_in_a_batch_refuses_the_second()
    {
        var answer = _xero.Put("/Contacts?summarizeErrors=false", Contacts("""{"Name":"A"}""", """{"Name":"a"}""")).Ok();
        Assert.Equal(["OK", "ERROR"], answer.Elements("Contacts").Select(element => element!["StatusAttributeString"]!.GetValue<string>()));
    }

    [Fact]
    public void Get_archived_contact_is_hidden_unless_asked_for_but_found_by_id()
    {
        var id = _xero.Contact();
        _xero.Control.ArchiveContact(_xero.Tenant, id);
        Assert.Empty(_xero.Get("/Contacts").Ok().Elements("Contacts"));
        Assert.Empty(_xero.Get($"/Contacts?IDs={id}").Ok().Elements("Contacts"));
        Assert.Single(_xero.Get("/Contacts?includeArchived=true").Ok().Elements("Contacts"));
        Assert.Equal("ARCHIVED", _xero.Get($"/Contacts/{id}").Ok().First("Contacts")["ContactStatus"]!.GetValue<string>());
    }

    [Fact]
    public void Get_merged_contact_points_to_the_winner_in_pages_and_by_id_only()
    {
        var (loser, winner) = (_xero.Contact("Loser"), _xero.Contact("Winner"));
        var invoice = _xero.InvoiceId(Xero.Invoice(loser, "A-1"));
        _xero.Control.MergeContacts(_xero.Tenant, loser, winner);

        Assert.Equal(winner.ToString(), _xero.Get($"/Contacts/{loser}").Ok().First("Contacts")["MergedToContactID"]!.GetValue<string>());
        var paged = _xero.Get("/Contacts?includeArchived=true&page=1").Ok().Elements("Contacts");
        Assert.Contains(paged, contact => contact!["MergedToContactID"] is not null);
        Assert.DoesNotContain(_xero.Get("/Contacts?includeArchived=true").Ok().Elements("Contacts"), contact => contact!["MergedToContactID"] is not null);
        Assert.Equal(winner, _xero.Books.Invoices.Single(document => document.Id == invoice).ContactId);
    }

    [Fact]
    public void Get_by_contact_number_finds_it()
    {
        _xero.Control.AddContact(_xero.Tenant, "One", contact => contact with { ContactNumber = "K-1" });
        Assert.Equal("One", _xero.Get("/Contacts/K-1").Ok().First("Contacts")["Name"]!.GetValue<string>());
        Assert.Equal(404, _xero.Get("/Contacts/K-2").Status);
    }

    [Fact]
    public void Get_summary_drops_what_costs_and_is_paged()
    {
        _xero.Contact();
        var answer = _xero.Get("/Contacts?summaryOnly=true").Ok();
        var contact = answer.First("Contacts").AsObject();
        foreach (var dropped in (string[])["Addresses", "Balances", "ContactGroups", "ContactPersons", "IsCustomer", "IsSupplier"])
        {
            Assert.False(contact.ContainsKey(dropped), dropped);
        }

        Assert.NotNull(answer["pagination"]);
    }

    [Fact]
    public void Get_search_term_looks_into_names_numbers_and_email()
    {
        _xero.Control.AddContact(_xero.Tenant, "One", contact => contact with { EmailAddress = "x@needle.example" });
        _xero.Control.AddContact(_xero.Tenant, "Two", contact => contact with { CompanyNumber = "NEEDLE1" });
        _xero.Contact("Three");
        Assert.Equal(2, _xero.Get("/Contacts?searchTerm=needle").Ok().Elements("Contacts").Count);
    }

    [Fact]
    public void Get_contact_with_documents_is_a_customer_with_a_balance_and_is_not_bumped()
    {
        var id = _xero.Contact();
        _xero.Clock.Advance(TimeSpan.FromMinutes(1));
        _xero.InvoiceId(Xero.Invoice(id, "A-1"));
        var contact = _xero.Get($"/Contacts/{id}").Ok().First("Contacts");
        Assert.True(contact["IsCustomer"]!.GetValue<bool>());
        Assert.Equal(120m, contact["Balances"]!["AccountsReceivable"]!["Outstanding"]!.GetValue<decimal>());
        Assert.Equal(Xero.Start, _xero.Books.Contacts.Single().UpdatedDateUtc);
    }

    [Fact]
    public void Single_object_and_envelope_key_in_any_case_are_read()
    {
        _xero.Put("/Contacts", """{"Name":"Single"}""").Ok();
        _xero.Put("/Contacts", """{"contacts":[{"Name":"Lower"}]}""").Ok();
        Assert.Equal(["Lower", "Single"], _xero.Books.Contacts.Select(contact => contact.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"Contacts":[{"Name":"A","Name":"B"}]}""")]
    [InlineData("""{"Contacts":[{"ContactID":"not-a-guid","Name":"A"}]}""")]
    [InlineData("""{"Contacts":[1]}""")]
    public void Put_unreadable_json_is_error_14(string body)
    {
        var answer = _xero.Put("/Contacts", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal(14, answer["ErrorNumber"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"Contacts":[]}""")]
    [InlineData("")]
    public void Put_nothing_is_error_17(string body)
    {
        var answer = _xero.Put("/Contacts", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal(17, answer["ErrorNumber"]!.GetValue<int>());
    }

    [Fact]
    public void Contact_list_of_a_thousand_is_written_quickly_and_whole()
    {
        for (var n = 0; n < 1000; n++)
        {
            _xero.Contact($"Contact {n:D4}");
        }

        var answer = _xero.Get("/Contacts?page=1&pageSize=1000&includeArchived=true").Ok();
        Assert.Equal(1000, answer.Elements("Contacts").Count);
        Assert.Equal(1000, answer["pagination"]!["itemCount"]!.GetValue<int>());
        Assert.IsType<JsonArray>(answer["Contacts"]);
    }
}
