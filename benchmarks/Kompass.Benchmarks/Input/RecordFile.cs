using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Reads records from CSV: <c>id</c> and <c>name</c>, further columns recognised by their names.</summary>
internal static class RecordFile
{
    internal static readonly string[] HouseAndStreet = ["street_number", "address_1"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing or empty, a column is missing, an id is blank or stands twice.</exception>
    public static List<MatchRecord> Read(string path, FieldColumns columns)
    {
        using var table = Table.Open(path, "id", "name");
        var records = new List<MatchRecord>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (table.Read())
        {
            var id = table["id"];
            if (string.IsNullOrWhiteSpace(id))
            {
                throw table.Problem("the id is blank. Give every record one.");
            }

            if (!ids.Add(id))
            {
                throw table.Problem($"the id '{id}' occurs twice. Give every record an id of its own.");
            }

            records.Add(new()
            {
                Key = id,
                Name = table["name"],
                EmailAddress = table.First(columns.Of(MatchFields.Email)),
                Phone = table.First(columns.Of(MatchFields.Phone)),
                CompanyNumber = table.First(columns.Of(MatchFields.CompanyNumber)),
                TaxNumber = table.First(columns.Of(MatchFields.TaxNumber)),
                AccountNumber = table.First(columns.Of(MatchFields.AccountNumber)),
                PostalCode = table.First(columns.Of(MatchFields.PostalCode)),
                AddressLine = Address(table, columns),
            });
        }

        return records;
    }

    private static string? Address(Table table, FieldColumns columns)
    {
        var known = columns.Of(MatchFields.AddressLine).ToList();
        if (known.Count == 0 || table.First(known) is { } line)
        {
            return known.Count == 0 ? null : table.First(known);
        }

        var parts = HouseAndStreet.Select(column => table.First([column])).Where(part => part is not null).ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }
}
