namespace Kompass.Xero.AspNetCore;

/// <summary>The form of a configuration.</summary>
/// <param name="Existing">The configuration; null on the form that adds one.</param>
/// <param name="Form">What stands in the fields.</param>
/// <param name="Organisations">The Kompass organisations to choose from.</param>
internal sealed record ConfigurationFormModel(SyncConfiguration? Existing, ConfigurationForm Form, IReadOnlyList<KompassOrganisation> Organisations)
{
    private const int MostRoundingAccounts = 200;

    /// <summary>The accounts to choose from; null while they cannot be read.</summary>
    public IReadOnlyList<LedgerAccount>? Accounts { get; init; }

    /// <summary>The accounts that take a rounding line; null while they cannot be read.</summary>
    public IReadOnlyList<LedgerAccount>? RoundingAccounts { get; init; }

    /// <summary>Whether there are more of them than one list of choices: then the code is typed, so that the page stays small.</summary>
    public bool IsRoundingTyped => RoundingAccounts?.Count > MostRoundingAccounts;

    /// <summary>What stands in the field of the rounding account where its code is typed.</summary>
    public string? RoundingCode =>
        RoundingAccounts?.FirstOrDefault(account => account.Id == Form.Documents.RoundingAccountId) is { Code: { Length: > 0 } code } ? code : Form.Documents.RoundingAccountId;

    /// <summary>Why there are no accounts to choose from.</summary>
    public string AccountsMissing { get; init; } = "The accounts are read from Xero: authorise first, then choose one.";

    public InterlockState? Interlock { get; init; }

    /// <summary>The time between two runs where the configuration sets none; null where the host runs no worker.</summary>
    public TimeSpan? HostsInterval { get; init; }

    public IEnumerable<string> ProblemsOf(string setting) => Form.Problems.Where(problem => problem.Setting == setting).Select(problem => problem.Message);
}
