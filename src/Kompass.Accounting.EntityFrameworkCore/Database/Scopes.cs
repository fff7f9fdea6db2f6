namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>What writers lock. A call takes one scope, so that no two calls wait for each other.</summary>
internal static class Scopes
{
    public const string Configurations = "configurations";

    public const string Audit = "audit";

    /// <summary>Everything that is kept by organisation of the ledger: lease, journal, links, mappings, mirror.</summary>
    public static string Books(RemoteOrganisationId organisation) => $"books:{organisation}";

    public static string Run(RunId run) => $"run:{run}";

    public static string Reconciliation(ReconciliationId reconciliation) => $"reconciliation:{reconciliation}";

    public static string Reconciliations(ConfigurationId configuration) => $"reconciliations:{configuration}";

    public static string Credential(CredentialId credential) => $"credential:{credential}";
}
