namespace Kompass.Xero.AspNetCore;

/// <summary>The form of a configuration.</summary>
/// <param name="Existing">The configuration; null on the form that adds one.</param>
/// <param name="Form">What stands in the fields.</param>
/// <param name="Organisations">The Kompass organisations to choose from.</param>
internal sealed record ConfigurationFormModel(SyncConfiguration? Existing, ConfigurationForm Form, IReadOnlyList<KompassOrganisation> Organisations)
{
    /// <summary>The accounts to choose from; null while they cannot be read.</summary>
    public IReadOnlyList<LedgerAccount>? Accounts { get; init; }

    /// <summary>The accounts that take a rounding line; null while they cannot be read.</summary>
    public IReadOnlyList<LedgerAccount>? RoundingAccounts { get; init; }

    /// <summary>Why there are no accounts to choose from.</summary>
    public string AccountsMissing { get; init; } = "The accounts are read from Xero: authorise first, then choose one.";

    public InterlockState? Interlock { get; init; }

    /// <summary>The time between two runs where the configuration sets none; null where the host runs no worker.</summary>
    public TimeSpan? HostsInterval { get; init; }

    public IEnumerable<string> ProblemsOf(string setting) => Form.Problems.Where(problem => problem.Setting == setting).Select(problem => problem.Message);
}
