using CsvHelper;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Reads records from CSV: <c>id</c> and <c>name</c>, further columns recognised by their names.</summary>
internal static class RecordFile
{
    public static List<MatchRecord> Read(string path)
    {
        using var csv = CsvReader.FromFile(path);
        var records = new List<MatchRecord>();
        while (csv.Read())
        {
            records.Add(new()
            {
                Key = csv.GetString("id"),
                Name = csv.GetString("name"),
                EmailAddress = First(csv, "email", "email_address", "emailaddress"),
                Phone = First(csv, "phone", "telephone", "phone_number"),
                CompanyNumber = First(csv, "company_number", "companynumber"),
                TaxNumber = First(csv, "tax_number", "taxnumber", "vat_number", "soc_sec_id"),
                AccountNumber = First(csv, "account_number", "accountnumber"),
                PostalCode = First(csv, "postcode", "postal_code", "postalcode", "zip"),
                AddressLine = First(csv, "address", "address_line", "addressline", "street")
                    ?? string.Join(' ', new[] { First(csv, "street_number"), First(csv, "address_1") }.Where(p => p is not null)),
            });
        }

        return records;
    }

    /// <summary>Pairs of left and right ids, and whether a pair counts for the one-to-one measure.</summary>
    public static List<(string Left, string Right, bool OneToOne)> ReadTruth(string path)
    {
        using var csv = CsvReader.FromFile(path);
        var pairs = new List<(string, string, bool)>();
        while (csv.Read())
        {
            pairs.Add((csv.GetString("left_id"), csv.GetString("right_id"), First(csv, "one_to_one") != "0"));
        }

        return pairs;
    }

    private static string? First(CsvReader csv, params string[] names)
    {
        foreach (var name in names)
        {
            if (csv.TryGetFieldIndex(name, out var column) && csv.GetString(column) is var value && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }
}
