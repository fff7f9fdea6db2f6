namespace Kompass.Accounting.EntityFrameworkCore;

internal static class Ownership
{
    /// <summary>A record of one organisation must never be written among those of another one.</summary>
    public static void Require(RemoteOrganisationId expected, RemoteOrganisationId actual, RecordKey record)
    {
        if (expected != actual)
        {
            throw new ArgumentException($"The {record} belongs to organisation {actual}, and the call is about organisation {expected}.");
        }
    }
}
