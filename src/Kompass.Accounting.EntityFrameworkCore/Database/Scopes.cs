namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>What writers lock. A call takes one scope, so that no two calls wait for each other.</summary>
internal static class Scopes
{
    public const string Configurations = "configurations";

    public const string Audit = "audit";

    public const string Prune = "prune";

    /// <summary>Everything that is kept by organisation of the ledger: lease, journal, links, mappings, mirror.</summary>
    public static string Books(RemoteOrganisationId organisation) => $"books:{organisation}";

    /// <summary>Not the books: whoever tells of a change need not wait for a run.</summary>
    public static string Inbox(RemoteOrganisationId organisation) => $"inbox:{organisation}";

    public static string Run(RunId run) => $"run:{run}";

    public static string Reconciliation(ReconciliationId reconciliation) => $"reconciliation:{reconciliation}";

    public static string Reconciliations(ConfigurationId configuration) => $"reconciliations:{configuration}";

    public static string Credential(CredentialId credential) => $"credential:{credential}";
}
