namespace Kompass.Xero;

/// <summary>What a call brought, with what Xero said about it.</summary>
/// <param name="Value">The content.</param>
/// <param name="Limits">What is left of the limits.</param>
/// <param name="CorrelationId">Xero's id of the call.</param>
/// <param name="SentAt">When its last request left.</param>
internal sealed record XeroResult<T>(T Value, XeroLimits Limits, string? CorrelationId, DateTimeOffset SentAt);
