namespace Kompass.Xero.AspNetCore;

/// <summary>The entries of the Action drop-down: the article's words.</summary>
internal static class AdminActions
{
    public const string Authorize = "authorize";
    public const string Compare = "compare";
    public const string Disconnect = "disconnect";

    public static readonly IReadOnlyList<(string Value, string Label)> All =
    [
        (Authorize, "Authorize with Xero"),
        (Compare, "Compare contacts with Kompass clients (email CSV)"),
        (Disconnect, "Disconnect from Xero"),
    ];
}
