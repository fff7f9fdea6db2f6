namespace Kompass.Accounting.Tests;

public sealed class ContactContentsTests
{
    private static readonly LedgerLimits Limits = new();

    private static readonly ContactField[] Texts =
    [
        ContactField.FirstName,
        ContactField.LastName,
        ContactField.EmailAddress,
        ContactField.PhoneNumber,
        ContactField.CompanyNumber,
        ContactField.TaxNumber,
        ContactField.Address,
    ];

    public static TheoryData<ContactField, FieldPolicy, string?, bool> Policies()
    {
        var data = new TheoryData<ContactField, FieldPolicy, string?, bool>();
        foreach (var field in Texts)
        {
            data.Add(field, FieldPolicy.FillBlanks, null, true);
            data.Add(field, FieldPolicy.FillBlanks, "theirs", false);
            data.Add(field, FieldPolicy.FillBlanks, "ours", false);
            data.Add(field, FieldPolicy.KompassWins, null, true);
            data.Add(field, FieldPolicy.KompassWins, "theirs", true);
            data.Add(field, FieldPolicy.KompassWins, "ours", false);
            data.Add(field, FieldPolicy.Never, null, false);
            data.Add(field, FieldPolicy.Never, "theirs", false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Changes_follow_the_policy_of_the_field(ContactField field, FieldPolicy policy, string? theirs, bool isWritten)
    {
        var settings = new ContactSettings { LinkedFields = new Dictionary<ContactField, FieldPolicy> { [field] = policy } };
        var wanted = With(new ContactContent { Name = "Acme" }, field, "ours");
        var contact = With(Build.Contact("1", "Acme"), field, theirs);

        var changes = ContactContents.Changes(wanted, contact, Build.Link("C1", "1"), settings);

        Assert.Equal(isWritten ? With(new ContactContent(), field, "ours") : new ContactContent(), changes);
    }

    [Theory]
    [InlineData(LinkOrigin.Created, "theirs")]
    [InlineData(LinkOrigin.Reconciled, null)]
    [InlineData(LinkOrigin.Manual, null)]
    public void Changes_by_default_let_Kompass_win_in_contacts_that_it_created_alone(LinkOrigin origin, string? mayBeOverwritten)
    {
        var wanted = new ContactContent { Name = "Acme", EmailAddress = "ours" };
        var contact = Build.Contact("1", "Acme") with { EmailAddress = "theirs" };

        var changes = ContactContents.Changes(wanted, contact, Build.Link("C1", "1", origin), new());

        Assert.Equal(mayBeOverwritten is null ? null : "ours", changes.EmailAddress);
    }

    [Theory]
    [InlineData(LinkOrigin.Created, "Old", "Old", "New")]
    [InlineData(LinkOrigin.Created, "Old", "Curated by Jo", null)]
    [InlineData(LinkOrigin.Created, null, "Old", "New")]
    [InlineData(LinkOrigin.Created, "New", "New", null)]
    [InlineData(LinkOrigin.Reconciled, null, "Old", null)]
    public void Changes_write_a_name_only_where_nobody_curated_it(LinkOrigin origin, string? sent, string current, string? written)
    {
        var link = Build.Link("C1", "1", origin) with { SentName = sent };

        Assert.Equal(written, ContactContents.Changes(new() { Name = "New" }, Build.Contact("1", current), link, new()).Name);
    }

    [Theory]
    [InlineData(LinkOrigin.Created)]
    [InlineData(LinkOrigin.Reconciled)]
    public void Changes_never_touch_a_contact_number_that_is_not_empty(LinkOrigin origin)
    {
        var link = Build.Link("C1", "1", origin);
        var wanted = new ContactContent { Name = "Acme", ContactNumber = "C1" };
        var contact = Build.Contact("1", "Acme");

        Assert.Null(ContactContents.Changes(wanted, contact with { ContactNumber = "X-9" }, link, new()).ContactNumber);
        Assert.Equal("C1", ContactContents.Changes(wanted, contact with { ContactNumber = " " }, link, new()).ContactNumber);
    }

    [Fact]
    public void Of_tidies_texts_and_leaves_out_what_is_blank()
    {
        var client = Build.Client("C1", "  Acme   Ltd ") with { EmailAddress = " a@b.example ", PhoneNumber = " ", Address = new() { City = " " } };

        Assert.Equal(new() { Name = "Acme Ltd", ContactNumber = "C1", EmailAddress = "a@b.example" }, ContactContents.Of(client, Limits));
    }

    [Fact]
    public void Of_leaves_out_a_key_that_is_too_long_for_a_contact_number() =>
        Assert.Null(ContactContents.Of(Build.Client(new string('9', 51), "Acme"), Limits).ContactNumber);

    private static ContactContent With(ContactContent content, ContactField field, string value) => field switch
    {
        ContactField.FirstName => content with { FirstName = value },
        ContactField.LastName => content with { LastName = value },
        ContactField.EmailAddress => content with { EmailAddress = value },
        ContactField.PhoneNumber => content with { PhoneNumber = value },
        ContactField.CompanyNumber => content with { CompanyNumber = value },
        ContactField.TaxNumber => content with { TaxNumber = value },
        _ => content with { Address = new() { City = value } },
    };

    private static RemoteContact With(RemoteContact contact, ContactField field, string? value) => field switch
    {
        ContactField.FirstName => contact with { FirstName = value },
        ContactField.LastName => contact with { LastName = value },
        ContactField.EmailAddress => contact with { EmailAddress = value },
        ContactField.PhoneNumber => contact with { PhoneNumber = value },
        ContactField.CompanyNumber => contact with { CompanyNumber = value },
        ContactField.TaxNumber => contact with { TaxNumber = value },
        _ => contact with { Address = value is null ? null : new() { City = value } },
    };
}
