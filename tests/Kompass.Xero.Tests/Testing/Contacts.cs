using System.Globalization;

namespace Kompass.Xero.Tests;

/// <summary>Bodies of contacts.</summary>
internal static class Contacts
{
    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:x12}");

    public static string One(int number, string more = "") =>
        $$"""{"ContactID":"{{Id(number)}}","ContactStatus":"ACTIVE","Name":"Contact {{number}}","UpdatedDateUTC":"/Date(1763800000000+0000)/"{{more}}}""";

    public static string Page(IEnumerable<int> numbers, int page, int pageCount, int itemCount) =>
        $$"""{"Status":"OK","pagination":{"page":{{page}},"pageSize":1000,"pageCount":{{pageCount}},"itemCount":{{itemCount}}},"Contacts":[{{string.Join(',', numbers.Select(n => One(n)))}}]}""";
}
