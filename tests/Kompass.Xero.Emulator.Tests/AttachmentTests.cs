namespace Kompass.Xero.Emulator.Tests;

public sealed class AttachmentTests
{
    private readonly Xero _xero = new();
    private readonly Guid _invoice;

    public AttachmentTests() => _invoice = _xero.InvoiceIdOfFirst();

    private string At(string name) => $"/Invoices/{_invoice}/Attachments/{name}";

    private EmulatedResponse Upload(string method, string name, string content = "abc") => _xero.Send(method, At(name), content, ("Content-Type", "application/pdf"));

    [Fact]
    public void Upload_is_listed_and_comes_back()
    {
        var uploaded = new Answer(Upload("PUT", "a%20b.pdf")).Ok().First("Attachments");
        Assert.Equal(("a b.pdf", "application/pdf", 3), (uploaded["FileName"]!.GetValue<string>(), uploaded["MimeType"]!.GetValue<string>(), uploaded["ContentLength"]!.GetValue<int>()));
        Assert.Equal(uploaded["AttachmentID"]!.GetValue<string>(), _xero.Get($"/Invoices/{_invoice}/Attachments").Ok().First("Attachments")["AttachmentID"]!.GetValue<string>());
        Assert.Equal(("abc", "application/pdf"), (_xero.Send("GET", At("a%20b.pdf")).Text, _xero.Send("GET", At("a%20b.pdf")).ContentType));
        Assert.True(_xero.Get($"/Invoices/{_invoice}").First("Invoices")["HasAttachments"]!.GetValue<bool>());
        Assert.Equal(3, Assert.Single(_xero.Books.Attachments[_invoice]).Length);
    }

    [Fact]
    public void Upload_of_the_same_name_overwrites_by_post_only()
    {
        Assert.Equal(200, Upload("PUT", "a.pdf").Status);
        Assert.Equal(400, Upload("PUT", "A.PDF").Status);
        Assert.Equal(200, Upload("POST", "a.pdf", "longer").Status);
        Assert.Equal(6, Assert.Single(_xero.Books.Attachments[_invoice]).Length);
    }

    [Theory]
    [InlineData("a%3Cb.pdf")]
    [InlineData("a%2Bb.pdf")]
    [InlineData("a%3Ab.pdf")]
    public void Upload_with_a_forbidden_name_is_refused(string name) => Assert.Equal(400, Upload("PUT", name).Status);

    [Fact]
    public void Upload_ends_at_ten_per_record()
    {
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(200, Upload("PUT", $"{n}.pdf").Status);
        }

        Assert.Equal(400, Upload("PUT", "10.pdf").Status);
    }

    [Fact]
    public void Upload_has_a_size_limit_of_its_own()
    {
        _xero.Emulator.Options.MaxRequestBytes = 2;
        Assert.Equal(200, Upload("PUT", "a.pdf").Status);
        _xero.Emulator.Options.MaxAttachmentBytes = 2;
        Assert.Equal(413, Upload("PUT", "b.pdf").Status);
    }

    [Fact]
    public void Upload_needs_the_scope_of_attachments()
    {
        var xero = new Xero(scopes: "accounting.contacts accounting.attachments.read");
        var contact = xero.Contact();
        Assert.Equal(401, xero.Send("PUT", $"/Contacts/{contact}/Attachments/a.pdf", "x").Status);
        Assert.Equal(200, xero.Get($"/Contacts/{contact}/Attachments").Status);
        Assert.Equal(401, new Xero(scopes: "accounting.contacts").Get($"/Contacts/{contact}/Attachments").Status);
    }

    [Fact]
    public void Records_that_take_no_files_are_404()
    {
        Assert.Equal(404, _xero.Get($"/Items/{Guid.Empty}/Attachments").Status);
        Assert.Equal(404, _xero.Get($"/Invoices/{Guid.Empty}/Attachments").Status);
    }
}
