namespace Kompass.Xero.Emulator;

/// <summary>The scopes of the endpoints that hold an organisation's settings.</summary>
internal static class SettingsScopes
{
    public static readonly IReadOnlyList<string> Read = ["accounting.settings.read"];

    public static readonly IReadOnlyList<string> Write = ["accounting.settings"];
}
