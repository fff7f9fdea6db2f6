namespace Kompass.Accounting;

/// <summary>Something that people have to know, told once for each cause.</summary>
/// <param name="ConfigurationId">The configuration concerned.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">What happened, and what to do; plain text.</param>
public sealed record Notification(ConfigurationId ConfigurationId, string Subject, string Body);
