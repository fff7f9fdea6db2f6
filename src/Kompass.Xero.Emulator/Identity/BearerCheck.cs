namespace Kompass.Xero.Emulator;

/// <summary>Who a bearer token belongs to, or why it is refused.</summary>
internal readonly record struct BearerCheck(TokenSet? Grant, EmulatedResponse? Refusal);
