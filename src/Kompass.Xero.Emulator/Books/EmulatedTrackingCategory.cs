using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>A tracking category. Immutable.</summary>
/// <param name="Id">The category's id.</param>
/// <param name="Name">The category's name.</param>
/// <param name="Status">ACTIVE, ARCHIVED or DELETED.</param>
/// <param name="Options">The options: id and name.</param>
public sealed record EmulatedTrackingCategory(Guid Id, string Name, string Status, ImmutableDictionary<Guid, string> Options);
