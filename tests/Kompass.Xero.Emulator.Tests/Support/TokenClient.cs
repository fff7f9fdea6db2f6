using System.Text;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>Asks the token endpoint as a client of any kind.</summary>
internal static class TokenClient
{
    public static Answer Token(this XeroEmulator emulator, string? basic, params (string Name, string Value)[] form)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" };
        if (basic is not null)
        {
            headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(basic));
        }

        var body = string.Join('&', form.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return new Answer(emulator.Handle(new EmulatedRequest("POST", new Uri("https://identity.xero.com/connect/token"), headers, Encoding.UTF8.GetBytes(body))));
    }

    public static void IsError(this Answer answer, string error)
    {
        Assert.Equal(400, answer.Status);
        Assert.Equal(error, answer["error"]!.GetValue<string>());
    }
}
