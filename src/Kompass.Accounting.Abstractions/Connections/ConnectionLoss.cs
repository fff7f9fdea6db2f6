namespace Kompass.Accounting;

/// <summary>The ledger accepts a connection no more, until somebody authorises again.</summary>
/// <param name="Since">When it was first noticed.</param>
/// <param name="Message">What the ledger said, and what to do.</param>
public sealed record ConnectionLoss(DateTimeOffset Since, string Message);
