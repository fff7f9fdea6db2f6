namespace Kompass.Xero;

/// <summary>The names under which the health checks are registered.</summary>
public static class XeroHealthChecks
{
    /// <summary>Whether the database of the sync can be reached, and its tables are known.</summary>
    public const string Database = "kompass_xero_database";

    /// <summary>Whether each connection works, and no consent is about to lapse.</summary>
    public const string Tokens = "kompass_xero_tokens";

    /// <summary>Whether an organisation waits for the end of Xero's day.</summary>
    public const string Parked = "kompass_xero_parked";

    /// <summary>Whether the runs of each configuration come to their end.</summary>
    public const string Lag = "kompass_xero_lag";
}
