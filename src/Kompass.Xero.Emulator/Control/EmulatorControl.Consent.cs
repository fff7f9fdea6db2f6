namespace Kompass.Xero.Emulator;

/// <content>Consents without a browser, and what people and Xero do to them.</content>
public sealed partial class EmulatorControl
{
    /// <summary>The people who can give consent; the first one answers the consent page.</summary>
    public IReadOnlyList<EmulatedUser> Users
    {
        get
        {
            lock (_gate)
            {
                return [.. _identity.Users];
            }
        }
    }

    /// <summary>All connections of all people, oldest first.</summary>
    public IReadOnlyList<EmulatedConnection> Connections
    {
        get
        {
            lock (_gate)
            {
                return [.. _identity.Connections];
            }
        }
    }

    /// <summary>Adds a person who can give consent.</summary>
    /// <param name="email">The e-mail address, from which the id is derived.</param>
    /// <param name="givenName">The given name.</param>
    /// <param name="familyName">The family name.</param>
    public EmulatedUser AddUser(string email, string givenName = "Sam", string familyName = "Smith")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        lock (_gate)
        {
            if (_identity.Users.Exists(known => string.Equals(known.Email, email, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"There is a person with the address {email} already. Choose another address.");
            }

            var user = new EmulatedUser(IdSource.Derive("user", _context.Options.IdSeed, email), email, givenName, familyName);
            _identity.Users.Add(user);
            return user;
        }
    }

    /// <summary>Gives the consent that an address asks for, as a person in a browser would, and returns where the browser is sent.</summary>
    /// <param name="authorizeUrl">The address to which the app would send the browser.</param>
    /// <param name="tenants">The organisations ticked; the first one when none is named.</param>
    /// <returns>The callback with <c>code</c> and <c>state</c>, or with <c>error</c>.</returns>
    /// <exception cref="InvalidOperationException">Xero would show a page instead of going back to the app; the message holds its text.</exception>
    public Uri Authorize(Uri authorizeUrl, params Guid[] tenants) => AuthorizeAs(null, authorizeUrl, tenants);

    /// <summary>As <see cref="Authorize"/>, by a certain person.</summary>
    /// <param name="userId">The person; the first one when <see langword="null"/>.</param>
    /// <param name="authorizeUrl">The address to which the app would send the browser.</param>
    /// <param name="tenants">The organisations ticked; the first one when none is named.</param>
    /// <returns>The callback with <c>code</c> and <c>state</c>, or with <c>error</c>.</returns>
    /// <exception cref="InvalidOperationException">Xero would show a page instead of going back to the app; the message holds its text.</exception>
    public Uri AuthorizeAs(Guid? userId, Uri authorizeUrl, params Guid[] tenants) => Decide(userId, authorizeUrl, "allow", tenants);

    /// <summary>Refuses the consent that an address asks for, and returns where the browser is sent.</summary>
    /// <param name="authorizeUrl">The address to which the app would send the browser.</param>
    /// <returns>The callback with <c>error=access_denied</c>.</returns>
    /// <exception cref="InvalidOperationException">Xero would show a page instead of going back to the app; the message holds its text.</exception>
    public Uri Refuse(Uri authorizeUrl) => Decide(null, authorizeUrl, "cancel", []);

    /// <summary>Tokens of a consent already given, for callers that have no interest in how it is given.</summary>
    /// <param name="scopes">The scopes, separated by blanks; all that Kompass uses, and payments, when <see langword="null"/>.</param>
    /// <param name="tenants">The organisations; the first one when none is named.</param>
    /// <exception cref="ArgumentException">Xero would not grant a scope, or there is no such organisation.</exception>
    public IssuedTokens IssueTokens(string? scopes = null, params Guid[] tenants)
    {
        const string Usual = "openid profile email offline_access accounting.contacts accounting.invoices accounting.manualjournals "
            + "accounting.settings accounting.payments accounting.attachments";
        ArgumentNullException.ThrowIfNull(tenants);
        lock (_gate)
        {
            var asked = Grantable(scopes ?? Usual);
            var chosen = tenants.Length == 0 ? [_context.Order[0]] : tenants.Select(id => _context.Organisation(id).Id).Distinct().ToArray();
            var grant = _identity.Connect(_identity.WebApp, _identity.Users[0], chosen, asked);
            return _identity.Activate(grant);
        }
    }

    /// <summary>A person removes the app in Xero: the organisation's connections end without notice.</summary>
    /// <param name="tenantId">The organisation.</param>
    public void Disconnect(Guid tenantId)
    {
        lock (_gate)
        {
            _context.Organisation(tenantId);
            _identity.Disconnect(tenantId);
        }
    }

    /// <summary>Takes a scope away from every consent, given tokens included.</summary>
    /// <param name="scope">The scope.</param>
    /// <exception cref="ArgumentException">There is no such scope.</exception>
    public void RemoveScope(string scope)
    {
        lock (_gate)
        {
            Grantable(scope);
            _identity.RemoveScope(scope);
        }
    }

    /// <summary>Registers a custom connection, as its owner does in the portal: an app of its own with client credentials.</summary>
    /// <param name="tenantId">The organisation: one of Australia, New Zealand, the United Kingdom or the United States.</param>
    /// <param name="scopes">The scopes chosen for it, separated by blanks.</param>
    /// <exception cref="InvalidOperationException">The organisation's country has no custom connections.</exception>
    public EmulatedCustomConnection AddCustomConnection(Guid tenantId, string scopes = "accounting.contacts accounting.invoices accounting.settings.read")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scopes);
        lock (_gate)
        {
            var facts = _context.Organisation(tenantId).State.Organisation;
            if (facts.CountryCode is not ("AU" or "NZ" or "GB" or "UK" or "US"))
            {
                throw new InvalidOperationException($"{facts.Name} is in {facts.CountryCode}, where Xero offers no custom connections. Choose an organisation in AU, NZ, GB or US.");
            }

            var made = new EmulatedCustomConnection(
                _context.Ids.Next().ToString("N").ToUpperInvariant(), _context.Ids.NextSecret(), tenantId, Grantable(scopes));
            _identity.AddCustom(new RegisteredApp(made.ClientId, made.ClientSecret, AppKind.Custom) { TenantId = tenantId, Scopes = made.Scopes });
            return made;
        }
    }

    /// <summary>Gives or takes the role of an adviser, which manual journals need.</summary>
    /// <param name="userId">The person; the first one when <see langword="null"/>.</param>
    /// <param name="isAdviser">Whether the person is one.</param>
    public void SetAdviser(Guid? userId, bool isAdviser)
    {
        lock (_gate)
        {
            var index = userId is { } id ? _identity.Users.FindIndex(user => user.Id == id) : 0;
            _identity.Users[index >= 0 ? index : throw NoUser(userId!.Value)] = _identity.Users[index] with { IsAdviser = isAdviser };
        }
    }

    /// <summary>The scopes of a text, or an exception that names the one that Xero would not grant.</summary>
    private string[] Grantable(string text)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wrong = Array.Find(scopes, scope => !KnownScopes.IsGrantable(scope, _context.Options.Switches));
        return scopes.Length == 0 || wrong is not null
            ? throw new ArgumentException($"There is no scope '{wrong}'. Choose some of {string.Join(", ", KnownScopes.Listed.Where(scope => scope != KnownScopes.AppConnections))}.")
            : scopes;
    }

    private static ArgumentException NoUser(Guid userId) => new($"No person has the id {userId}. Add one with AddUser.", nameof(userId));

    private Uri Decide(Guid? userId, Uri authorizeUrl, string decision, Guid[] tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var request = new EmulatedRequest("POST", authorizeUrl);
        lock (_gate)
        {
            var user = userId is { } id
                ? _identity.Users.Find(known => known.Id == id) ?? throw NoUser(id)
                : _identity.Users[0];
            var chosen = tenants.Length == 0 ? [_context.Order[0]] : tenants.Select(id => _context.Organisation(id).Id).ToArray();
            var response = _identity.Authorize(request, decision, chosen, user);
            return response.Header("Location") is { } location
                ? new Uri(location)
                : throw new InvalidOperationException($"Xero would not go back to the app but show this page: {response.Text}");
        }
    }
}
