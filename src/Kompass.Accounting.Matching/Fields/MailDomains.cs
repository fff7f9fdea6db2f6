using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Tells a company's own mail domain from that of a public provider, which says nothing about who writes.</summary>
internal static class MailDomains
{
    private static readonly FrozenSet<string> Providers = (
        "gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud me mac aol aim gmx web t-online freenet arcor proton protonmail pm " +
        "btinternet btopenworld sky virginmedia ntlworld blueyonder talktalk tiscali plusnet orange wanadoo free laposte sfr neuf libero virgilio alice tin " +
        "eircom bigpond optusnet iinet tpg xtra slingshot ziggo kpnmail kpnplanet xs4all planet hetnet home telenet skynet telia comhem bredband " +
        "online telefonica terra comcast verizon att sbcglobal bellsouth cox charter earthlink mail email fastmail zoho yandex hey tutanota inbox")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SecondLevels = FrozenSet.Create(StringComparer.Ordinal, "co", "com", "net", "org", "ac", "gov", "ltd", "plc");

    /// <summary>The domain of an address as far as it names a company, or null if a public provider gave it.</summary>
    internal static string? CompanyDomain(string email)
    {
        var labels = email[(email.LastIndexOf('@') + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (labels.Length < 2)
        {
            return null;
        }

        var name = labels.Length > 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]) ? labels.Length - 3 : labels.Length - 2;
        return Providers.Contains(labels[name]) ? null : string.Join('.', labels[name..]);
    }
}
