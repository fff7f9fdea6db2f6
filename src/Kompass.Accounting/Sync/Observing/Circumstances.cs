using System.Text;

namespace Kompass.Accounting;

/// <summary>
/// Digests of what decides, beside Kompass's records, what becomes of them. When one differs from that of the last run, every record
/// is looked at again, whatever its source says.
/// </summary>
internal static class Circumstances
{
    // Grows when the planner decides otherwise than before about a record that did not change.
    private const int Version = 1;

    public static string Of(
        SyncConfiguration configuration,
        LedgerOrganisation organisation,
        IEnumerable<CodeMapping> mappings,
        IEnumerable<ContactDecision> decisions)
    {
        var text = Text(configuration, organisation);
        foreach (var mapping in mappings.OrderBy(mapping => mapping.Kind).ThenBy(mapping => mapping.KompassCode, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{mapping.Kind}|{mapping.KompassCode}|{mapping.RemoteKey}");
        }

        foreach (var decision in decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{decision.ClientId}|{decision.RemoteContactId}|{decision.Decision}");
        }

        return ShortHash.Of(text.ToString());
    }

    /// <summary>The same without what is remembered.</summary>
    public static string Of(SyncConfiguration configuration, LedgerOrganisation organisation) => ShortHash.Of(Text(configuration, organisation).ToString());

    /// <summary>Which clients are linked to which contacts, and which records are held, in whatever order.</summary>
    public static ulong Of(IEnumerable<ContactLink> links, IEnumerable<RecordKey> held)
    {
        const ulong Link = 14695981039346656037UL;
        const ulong Hold = 1099511628211UL;
        var sum = 0UL;
        foreach (var link in links)
        {
            sum = unchecked(sum + Mix(Mix(Link, link.ClientId.Value), link.RemoteContactId.Value));
        }

        foreach (var record in held)
        {
            sum = unchecked(sum + Mix(Hold + (ulong)record.Kind, record.Id));
        }

        return sum;
    }

    private static StringBuilder Text(SyncConfiguration configuration, LedgerOrganisation organisation) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{Version}|{configuration.Id}|{configuration.Version}|{organisation.LockedUntil:O}|{organisation.BaseCurrency}")
        .AppendJoin('|', configuration.Organisations);

    private static ulong Mix(ulong hash, string text)
    {
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return unchecked((hash ^ '|') * 1099511628211UL);
    }
}
