namespace Kompass.Xero.Emulator.Tests;

public sealed class ContactTests
{
    [Fact]
    public void Put_new_name_creates_active_contact()
    {
        var xero = new Xero();
        var contact = xero.Put("/Contacts", """{"Contacts":[{"Name":"  Acme   Ltd ","ContactNumber":"K-1","EmailAddress":"a@b.example"}]}""").Ok().First("Contacts");
        Assert.Equal("Acme Ltd", contact["Name"]!.GetValue<string>());
        Assert.Equal("ACTIVE", contact["ContactStatus"]!.GetValue<string>());
        Assert.Equal("K-1", Assert.Single(xero.Books.Contacts).ContactNumber);
    }
}
