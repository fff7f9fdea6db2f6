namespace Kompass.Accounting;

/// <summary>A pilot under way: only the chosen records are sent until it is ended.</summary>
/// <param name="Selection">What is sent.</param>
/// <param name="StartedBy">Who began it.</param>
/// <param name="StartedAt">When.</param>
public sealed record Pilot(PilotSelection Selection, string StartedBy, DateTimeOffset StartedAt);
