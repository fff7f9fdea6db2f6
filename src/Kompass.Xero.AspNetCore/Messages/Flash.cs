namespace Kompass.Xero.AspNetCore;

/// <summary>One message for the next page.</summary>
/// <param name="IsError">True when something did not happen.</param>
/// <param name="Text">What happened, and what to do.</param>
internal sealed record Flash(bool IsError, string Text);
