namespace Kompass.Xero.Emulator;

/// <summary>People, consents, tokens and connections.</summary>
internal static class ConsentRoutes
{
    public static readonly IReadOnlyList<ControlRoute> All =
    [
        ControlRoute.Of("GET", "users", "Lists the people who can give consent.", call => call.Control.Users),
        ControlRoute.Of("POST", "users", "Adds a person: email, givenName, familyName.", call =>
            call.Control.AddUser(call.Required("email"), call.Body.TextOr("givenName", "Sam")!, call.Body.TextOr("familyName", "Smith")!)),
        ControlRoute.Of("POST", "users/{id}/adviser", "Gives or takes the role that manual journals need: isAdviser.", call =>
            call.Control.SetAdviser(call.Id("id"), call.Body.Flag("isAdviser") ?? true)),
        ControlRoute.Of("GET", "connections", "Lists all connections.", call => call.Control.Connections),
        ControlRoute.Of("POST", "consent", "Gives or refuses consent as a person in a browser: authorizeUrl, tenants, userId, refuse; answers where the browser is sent.", call =>
        {
            var address = new Uri(call.Required("authorizeUrl"), UriKind.Absolute);
            return new
            {
                Location = call.Body.Flag("refuse") == true
                    ? call.Control.Refuse(address)
                    : call.Control.AuthorizeAs(call.Body.Id("userId"), address, call.Ids("tenants")),
            };
        }),
        ControlRoute.Of("POST", "tokens", "Issues tokens of a consent already given: scopes, tenants.", call =>
            call.Control.IssueTokens(call.Body.TextOr("scopes", null), call.Ids("tenants"))),
        ControlRoute.Of("DELETE", "scopes/{scope}", "Takes a scope away from every consent.", call => call.Control.RemoveScope(call.Segment("scope"))),
    ];
}
