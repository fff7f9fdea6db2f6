using System.Text;

namespace Kompass.Accounting.Abstractions.Tests;

/// <summary>Records that carry secrets keep them to themselves when they are printed or logged.</summary>
[Trait("Security", "secrets")]
public sealed class SecrecyTests
{
    private const string Secret = "s3cr3t-4711";

    [Fact]
    public void ToString_of_an_authorization_request_hides_address_and_binding() =>
        AssertHides(new AuthorizationRequest(new($"https://login.example.com/?state={Secret}"), Secret));

    [Fact]
    public void ToString_of_an_authorization_response_hides_state_code_and_binding() =>
        AssertHides(new AuthorizationResponse(Secret, Secret, Secret, Secret));

    [Fact]
    public void ToString_of_a_stored_credential_names_id_and_version_only()
    {
        var credential = new StoredCredential(new("token/7"), Encoding.UTF8.GetBytes(Secret), 3);
        AssertHides(credential);
        Assert.Equal("StoredCredential token/7 version 3", credential.ToString());
    }

    private static void AssertHides(object record)
    {
        foreach (var text in new[] { record.ToString()!, $"{record}", string.Format(null, "{0}", record) })
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), text, StringComparison.Ordinal);
        }
    }
}
