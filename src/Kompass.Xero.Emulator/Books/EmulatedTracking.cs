namespace Kompass.Xero.Emulator;

/// <summary>A tracking option on a line. Immutable.</summary>
/// <param name="CategoryId">The category's id.</param>
/// <param name="OptionId">The option's id.</param>
/// <param name="Name">The category's name.</param>
/// <param name="Option">The option's name.</param>
public sealed record EmulatedTracking(Guid CategoryId, Guid OptionId, string Name, string Option);
