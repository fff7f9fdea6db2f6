namespace Kompass.Accounting;

/// <summary>How an adapter calls its ledger towards people and files, and what the ledger takes.</summary>
/// <param name="Key">Short name in small letters: prefixes the columns of files and the routes.</param>
/// <param name="DisplayName">Name for people.</param>
public sealed record ProviderDescriptor(string Key, string DisplayName)
{
    /// <summary>The column that holds a contact's id.</summary>
    public string ContactIdColumn => $"{Key}_uuid";

    /// <summary>The column that holds a contact's name.</summary>
    public string ContactNameColumn => $"{Key}_name";

    /// <summary>
    /// The name of the activity source and of the meter; in small letters it begins the name of every instrument and tag. Letters, digits
    /// and dots. Default: <c>Kompass.Accounting</c>.
    /// </summary>
    public string TelemetryName { get; init; } = "Kompass.Accounting";

    /// <summary>What the ledger takes.</summary>
    public LedgerLimits Limits { get; init; } = new();
}
