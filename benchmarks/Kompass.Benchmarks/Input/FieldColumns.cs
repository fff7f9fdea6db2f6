using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The columns in which the corroborating fields are looked for, the first that is there and not blank counting.</summary>
/// <remarks>Names are compared by letters and digits alone: <c>Post Code</c>, <c>post_code</c> and <c>postcode</c> are one.</remarks>
internal sealed class FieldColumns
{
    // The first name of each line is the field's own.
    private static readonly (MatchFields Field, string[] Columns)[] Known =
    [
        (MatchFields.Email, ["email", "email_address", "e_mail", "mail"]),
        (MatchFields.Phone, ["phone", "telephone", "phone_number", "telephone_number", "tel", "mobile"]),
        (MatchFields.CompanyNumber, ["company_number", "companynumber", "company_no", "registration_number", "register_number", "crn"]),
        (MatchFields.TaxNumber, ["tax_number", "vat_number", "vat", "vat_id", "tax_id", "abn", "gst_number", "soc_sec_id"]),
        (MatchFields.AccountNumber, ["account_number", "account_no"]),
        (MatchFields.PostalCode, ["postal_code", "postcode", "post_code", "zip", "zip_code", "zipcode"]),
        (MatchFields.AddressLine, ["address_line", "address", "address_line_1", "street", "street_address"]),
    ];

    private readonly HashSet<string> _left;

    private FieldColumns(HashSet<string> left) => _left = left;

    /// <summary>Every column counts.</summary>
    public static FieldColumns All { get; } = new([]);

    /// <summary>The fields' own names.</summary>
    public static IEnumerable<string> Names => Known.Select(k => k.Columns[0]);

    /// <summary>A line for each field: its columns, the one that counts first at the front.</summary>
    public static IEnumerable<string> Lines => Known.Select(k => string.Join(", ", k.Columns)
        + (k.Field == MatchFields.AddressLine ? $"; else {string.Join(" and ", RecordFile.HouseAndStreet)}" : ""));

    /// <summary>Leaves columns out. The own name of a field leaves out all the columns in which it is looked for.</summary>
    /// <exception cref="InputException">No field is looked for in a column of this name.</exception>
    public static FieldColumns Without(params string[] names)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var columns = Known.Where(k => Plain(k.Columns[0]) == Plain(name)).SelectMany(k => k.Columns).ToArray();
            if (columns.Length == 0 && !Known.Any(k => k.Columns.Any(c => Plain(c) == Plain(name))))
            {
                throw new InputException($"--without does not know '{name}'. Give a column that is read, such as {string.Join(", ", Names)}.");
            }

            left.UnionWith(columns.Append(name).Select(Plain));
        }

        return new(left);
    }

    /// <summary>The fields that a word of <c>--fields</c> means, or null if it means none.</summary>
    public static MatchFields? Flag(string word) => Plain(word) switch
    {
        "none" => MatchFields.None,
        "all" => MatchFields.All,
        var plain => Known.Where(k => Plain(k.Field.ToString()) == plain || k.Columns.Any(c => Plain(c) == plain)).Select(k => (MatchFields?)k.Field).FirstOrDefault(),
    };

    /// <summary>A name of a column as it is compared.</summary>
    public static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The columns of a field that count, as they are compared.</summary>
    public IEnumerable<string> Of(MatchFields field) => Known.Single(k => k.Field == field).Columns.Select(Plain).Where(c => !_left.Contains(c));
}
