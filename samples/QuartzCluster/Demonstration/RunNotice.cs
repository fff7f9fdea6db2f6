using Kompass.Accounting;

namespace QuartzCluster;

/// <summary>What a node says of a run, as a line of JSON on its standard output.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="IsRecovery">Whether the run makes good one that broke off when its node died.</param>
/// <param name="Outcome">How it ended; null when it begins, or broke off.</param>
/// <param name="Contacts">How many contacts it wrote.</param>
/// <param name="Invoices">How many invoices it wrote.</param>
/// <param name="Message">What there is to tell about the end.</param>
internal sealed record RunNotice(Guid Configuration, bool IsRecovery, SyncOutcome? Outcome = null, int Contacts = 0, int Invoices = 0, string? Message = null);
