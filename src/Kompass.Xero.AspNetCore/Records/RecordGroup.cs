using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.AspNetCore;

/// <summary>Records that wait, were skipped or were changed for one cause.</summary>
internal sealed record RecordGroup(RecordStanding Standing, string Title, string Remedy, IReadOnlyList<RecordRow> Rows)
{
    /// <summary>How many are listed; the rest is counted.</summary>
    public const int Shown = 20;

    public decimal Amount => Rows.Sum(row => row.Amount ?? 0);

    /// <summary>Names the group with all that is in it, so that a tick on the whole group never takes in a record that joined it since.</summary>
    public string Key
    {
        get
        {
            var text = string.Join('\n', Rows.Select(row => row.Key).Prepend(Remedy).Prepend(Title));
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }
}
