namespace Kompass.Xero;

/// <summary>A refusal or a failure of Xero's identity service. Its text never contains a token, a code or a secret.</summary>
internal sealed class XeroIdentityException(XeroIdentityFault fault, string message, string? error = null, Exception? inner = null)
    : Exception(message, inner)
{
    public XeroIdentityFault Fault { get; } = fault;

    /// <summary>The OAuth error code, when Xero gave one.</summary>
    public string? Error { get; } = error;
}
