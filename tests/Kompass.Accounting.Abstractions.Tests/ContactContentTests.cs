namespace Kompass.Accounting.Abstractions.Tests;

public sealed class ContactContentTests
{
    private static readonly ContactContent[] Contents =
    [
        new ContactContent { Name = "Acme" },
        new ContactContent { ContactNumber = "C-1" },
        new ContactContent { FirstName = "Anna" },
        new ContactContent { LastName = "Berg" },
        new ContactContent { EmailAddress = "anna@example.com" },
        new ContactContent { PhoneNumber = "+44 20 7946 0000" },
        new ContactContent { CompanyNumber = "01234567" },
        new ContactContent { TaxNumber = "GB123456789" },
        new ContactContent { Address = new() { City = "London" } },
        new ContactContent { Name = string.Empty },
    ];

    public static TheoryData<ContactContent> WithOneMember => new(Contents);

    [Fact]
    public void IsEmpty_nothing_set_is_true() => Assert.True(new ContactContent().IsEmpty);

    [Theory]
    [MemberData(nameof(WithOneMember))]
    public void IsEmpty_any_member_set_is_false(ContactContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Assert.False(content.IsEmpty);
    }

    [Fact]
    public void WithOneMember_names_every_member() =>
        Assert.Equal(
            typeof(ContactContent).GetProperties().Count(property => property.CanWrite),
            Contents
                .Select(content => typeof(ContactContent).GetProperties().Single(property => property.CanWrite && property.GetValue(content) is not null).Name)
                .Distinct().Count());
}
