namespace Kompass.Xero.Emulator;

/// <summary><c>/identity/connect/authorize</c>.</summary>
internal sealed class AuthorizeEndpoint(EmulatorContext context, IdentityService identity)
{
    // Base64url of 32 bytes.
    private const int S256Length = 43;

    private readonly HashSet<string> _signedIn = [];

    public EmulatedResponse Handle(EmulatedRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
        {
            return new EmulatedResponse { Status = 405 };
        }

        var form = request.Method == "POST" ? request.Form() : null;
        var session = form?["session"];
        var decision = form?["decision"];
        if (context.Options.AsksForSignIn && (session is null || !_signedIn.Contains(session)))
        {
            var refusal = Answer(request, null, [], identity.Users[0]);
            var fields = new[] { form?["email"], form?["password"] };
            if (refusal.Status != 200 || decision != "sign-in" || fields.Any(string.IsNullOrWhiteSpace))
            {
                return refusal.Status != 200 ? refusal : ConsentPage.SignIn(request, decision == "sign-in" ? "Enter your email address and your password." : null);
            }

            session = context.Ids.NextSecret();
            _signedIn.Add(session);
        }

        return Answer(request, decision, form?.All("tenant").ToList() ?? [], identity.Users[0], session);
    }

    /// <param name="request">The request.</param>
    /// <param name="decision"><c>allow</c>, <c>cancel</c>, or another text while nothing is decided.</param>
    /// <param name="tenants">The organisations that were chosen.</param>
    /// <param name="user">The person.</param>
    /// <param name="session">What the person's form carries to show that they signed in; null where nobody is asked to.</param>
    public EmulatedResponse Answer(EmulatedRequest request, string? decision, IReadOnlyList<string> tenants, EmulatedUser user, string? session = null)
    {
        var query = request.Query;
        var options = context.Options;
        if (identity.FindApp(query["client_id"] ?? "") is not { Kind: not AppKind.Custom } app)
        {
            return ConsentPage.Error("unauthorized_client", "Unknown client or client not enabled");
        }

        if (query["redirect_uri"] is not { } redirect || !IsRegistered(redirect))
        {
            return ConsentPage.Error("unauthorized_client", "Invalid redirect_uri");
        }

        var state = query["state"];
        if (query["response_type"] != "code")
        {
            return Redirect(redirect, ("error", "unsupported_response_type"), ("state", state));
        }

        var challenge = query["code_challenge"];
        if ((challenge is not null && (query["code_challenge_method"] != "S256" || challenge.Length != S256Length)) || (challenge is null && app.Kind == AppKind.Pkce))
        {
            return Redirect(redirect, ("error", "invalid_request"), ("state", state));
        }

        var scopes = (query["scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Length == 0 || scopes.FirstOrDefault(scope => !KnownScopes.IsGrantable(scope, options.Switches)) is not null)
        {
            return options.Switches.InvalidScopeRedirects
                ? Redirect(redirect, ("error", "invalid_scope"), ("state", state))
                : ConsentPage.Error("invalid_scope", "Invalid scope for client");
        }

        if (decision == "cancel")
        {
            return Redirect(redirect, ("error", "access_denied"), ("state", state));
        }

        var several = options.Switches.BulkConnections && query["acr_values"]?.Contains("bulk_connect:false", StringComparison.Ordinal) != true;
        if (decision != "allow")
        {
            return Ask(null);
        }

        var chosen = tenants.Select(text => Guid.TryParse(text, out var id) && context.Organisations.ContainsKey(id) ? id : Guid.Empty).Distinct().ToList();
        if (chosen.Count == 0 || chosen.Contains(Guid.Empty) || (chosen.Count > 1 && !several))
        {
            return Ask(several ? "Choose at least one organisation." : "Choose one organisation.");
        }

        if (identity.ConnectedOrganisations(chosen) > options.MaxConnections)
        {
            return ConsentPage.Error("access_denied", $"The app has reached its limit of {options.MaxConnections} connections. Disconnect one, or have the app certified.");
        }

        if (chosen.Find(id => context.Organisations[id].State.Organisation.OtherUncertifiedApps >= 2) is var full && full != Guid.Empty)
        {
            return ConsentPage.Error("access_denied", $"{context.Organisations[full].State.Organisation.Name} is connected to two uncertified apps already.");
        }

        var code = identity.Consent(app, user, chosen, scopes, redirect, challenge);
        return Redirect(redirect, ("code", code), ("scope", string.Join(' ', scopes)), ("session_state", context.Ids.NextSecret()), ("state", state));

        EmulatedResponse Ask(string? error) => ConsentPage.Show(
            request, options.AppName, scopes, context.Order.Select(id => context.Organisations[id].State.Organisation), several, session, error);
    }

    private bool IsRegistered(string redirect)
    {
        // What Xero would not register is no better for standing in the list.
        return (context.Options.RedirectUris.Count == 0 || context.Options.RedirectUris.Contains(redirect))
            && Uri.TryCreate(redirect, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.Host == "localhost"));
    }

    private static EmulatedResponse Redirect(string redirect, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var location = redirect + (redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        var separator = "";
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                location += $"{separator}{name}={Uri.EscapeDataString(value)}";
                separator = "&";
            }
        }

        return new EmulatedResponse { Status = 302 }.With("Location", location);
    }
}
