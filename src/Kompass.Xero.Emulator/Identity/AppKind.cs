namespace Kompass.Xero.Emulator;

/// <summary>The kinds of app that can be registered.</summary>
internal enum AppKind
{
    /// <summary>A web app: authorisation code, with a secret.</summary>
    Web,

    /// <summary>A mobile or desktop app: authorisation code with PKCE, without a secret.</summary>
    Pkce,

    /// <summary>A custom connection: client credentials, one organisation.</summary>
    Custom,
}
