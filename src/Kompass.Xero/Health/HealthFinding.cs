using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>What a health check found about one configuration.</summary>
/// <param name="Configuration">The configuration; its id is all that is told of it.</param>
/// <param name="IsFailure">True when people have to act before anything goes on; false for a warning.</param>
/// <param name="Text">What is, and what to do.</param>
internal sealed record HealthFinding(ConfigurationId Configuration, bool IsFailure, string Text);
