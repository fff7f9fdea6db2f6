namespace Kompass.Accounting.Tests;

public sealed class TakenNamesTests
{
    [Fact]
    public void Holder_ignores_case_and_spaces()
    {
        var names = new TakenNames([Build.Contact("1", " Acme   Ltd ")]);

        Assert.Equal(Build.ContactId("1").Value, names.Holder("ACME Ltd"));
        Assert.Null(names.Holder("Acme"));
    }

    [Theory]
    [InlineData(ContactStatus.Active, true)]
    [InlineData(ContactStatus.Archived, false)]
    [InlineData(ContactStatus.Other, false)]
    public void Holder_counts_active_contacts_alone(ContactStatus status, bool isTaken) =>
        Assert.Equal(isTaken, new TakenNames([Build.Contact("1", "Acme") with { Status = status }]).Holder("Acme") is not null);

    [Fact]
    public void Take_makes_a_name_taken_by_the_client()
    {
        var names = new TakenNames([]);
        names.Take("Acme", Build.Client("C1", "Acme"));

        Assert.NotNull(names.Holder("acme"));
        Assert.Contains("client C1", names.Describe("acme"), StringComparison.Ordinal);
    }
}
