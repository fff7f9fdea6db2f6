namespace Kompass.Accounting.Tests;

/// <summary>What a person is shown before a client is linked.</summary>
public sealed class LinkCheckTests
{
    private readonly Rig _rig = new();

    public LinkCheckTests()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited") with { Outstanding = 12.34m },
            Build.Contact("2", "Borealis") with { Status = ContactStatus.Archived },
            Build.Contact("3", "Cirrus") with { MergedInto = Build.ContactId("1") },
            Build.Contact("4", "Zebra Wholesale") with { CompanyNumber = "01234567" });
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"), Build.Client("K2", "Borealis Ltd"), Build.Client("K4", "Old Trading Name") with { CompanyNumber = "1234567" });
    }

    [Fact]
    public async Task CheckAsync_of_an_ordinary_pair_shows_both_and_doubts_nothing()
    {
        var check = await CheckAsync("K1", $"{{{Build.ContactId("1").Value.ToUpperInvariant()}}}");

        Assert.Equal(("Acme Ltd", "Acme Limited", 12.34m), (check.Client!.Name, check.Contact.Name, check.Contact.Outstanding));
        Assert.Empty(check.Doubts);
        Assert.Null(check.Refusal);
        Assert.Null(check.Standing);
        Assert.True(check.Confidence > 0.9);
        Assert.Contains("same name", check.Likeness, StringComparison.Ordinal);
        Assert.Equal(Build.ContactId("1"), Assert.Single(await _rig.Mirror.GetAllAsync(_rig.Organisation, default)).Id);
        Assert.Empty(await _rig.LinksAsync());
    }

    [Fact]
    public async Task CheckAsync_without_a_client_shows_the_contact()
    {
        var check = await CheckAsync(null, "1");
        Assert.Equal((null, "Acme Limited", null), (check.Client, check.Contact.Name, check.Confidence));
        Assert.Empty(check.Doubts);
    }

    [Theory]
    [InlineData("2", "archived in Xero. Restore it there")]
    [InlineData("3", "was merged into contact")]
    public async Task CheckAsync_of_a_contact_that_cannot_be_linked_says_why(string contact, string why)
    {
        var check = await CheckAsync("K2", contact);
        Assert.Contains(why, check.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_of_names_without_anything_in_common_doubts_it()
    {
        var doubt = Assert.Single((await CheckAsync("K1", "4")).Doubts);
        Assert.Equal(LinkDoubtKind.Unlike, doubt.Kind);
        Assert.Contains("'Acme Ltd' in Kompass, 'Zebra Wholesale' in Xero", doubt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_of_other_names_with_one_company_number_doubts_nothing() => Assert.Empty((await CheckAsync("K4", "4")).Doubts);

    [Fact]
    public async Task CheckAsync_where_either_side_is_linked_elsewhere_says_to_whom_and_what_follows()
    {
        await _rig.LinkAsync(Build.Link("K1", "1"), Build.Link("K2", "2"));

        Assert.Equal([LinkDoubtKind.ContactTaken, LinkDoubtKind.Unlike], (await CheckAsync("K4", "1")).Doubts.Select(doubt => doubt.Kind));
        Assert.Contains("client K1 already", (await CheckAsync("K4", "1")).Doubts[0].Text, StringComparison.Ordinal);
        Assert.Equal([LinkDoubtKind.ContactTaken], (await CheckAsync(null, "1")).Doubts.Select(doubt => doubt.Kind));
        Assert.Equal([LinkDoubtKind.ClientTaken, LinkDoubtKind.Unlike], (await CheckAsync("K1", "4")).Doubts.Select(doubt => doubt.Kind));
    }

    [Fact]
    public async Task CheckAsync_of_a_link_that_stands_says_so()
    {
        await _rig.LinkAsync(Build.Link("K1", "1"));
        var check = await CheckAsync("K1", "1");
        Assert.Equal(new("K1"), check.Standing!.ClientId);
        Assert.Empty(check.Doubts);
    }

    [Theory]
    [InlineData("K9", "1", nameof(ContactLink.ClientId))]
    [InlineData("K1", "9", nameof(ContactLink.RemoteContactId))]
    public async Task CheckAsync_of_what_does_not_exist_is_refused(string client, string contact, string setting)
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => CheckAsync(client, contact));
        Assert.Equal(setting, Assert.Single(refusal.Problems).Setting);
    }

    private Task<ContactLinkCheck> CheckAsync(string? client, string contact) => _rig.Checker.CheckAsync(
        _rig.Configuration.Id, client is null ? null : new ClientId(client), contact.Length > 5 ? new(contact) : Build.ContactId(contact), default);
}
