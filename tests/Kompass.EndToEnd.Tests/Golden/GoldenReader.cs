using System.Globalization;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Reads a file of golden documents, as README.md beside the files describes it. Anything not understood is an error.</summary>
internal static class GoldenReader
{
    public static IReadOnlyList<GoldenDocument> Read(string name)
    {
        var blocks = new List<List<(string Key, string Value)>>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", name + ".txt")))
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var key = line.Split(' ', 2)[0];
            if (key == "document")
            {
                blocks.Add([]);
            }

            blocks[^1].Add((key, line[key.Length..].Trim()));
        }

        return [.. blocks.Select(block => new Block(name, block).Document())];
    }

    private sealed class Block
    {
        private readonly string _file;
        private readonly string _id;
        private readonly string _title;
        private readonly Dictionary<string, string> _rows = [];
        private readonly List<GoldenPosting> _postings = [];
        private readonly Invoice _first;
        private readonly Invoice? _then;

        public Block(string file, List<(string Key, string Value)> rows)
        {
            _file = file;
            (_id, _title) = Two(rows[0].Value, ' ');
            var place = rows.FindIndex(row => row.Key == "then");
            var known = rows[1..(place < 0 ? rows.Count : place)];
            _first = Kompass(known, null);
            if (place >= 0)
            {
                var rest = rows[(place + 1)..];
                _then = WithStatus(rest.Exists(row => row.Key is "kompass" or "line") ? Kompass(rest, _first) : _first, rows[place].Value);
            }

            foreach (var (key, value) in rows.Where(row => row.Key is not ("document" or "kompass" or "line" or "then" or "order" or "applies" or "status" or "unticked")))
            {
                if (key is "debit" or "credit")
                {
                    Post(key, value);
                }
                else
                {
                    _rows.Add(key, value);
                }
            }
        }

        public GoldenDocument Document()
        {
            var document = new GoldenDocument
            {
                File = _file,
                Id = _id,
                Title = _title,
                First = _first,
                Then = _then,
                Xero = Xero(Take("xero") ?? throw new FormatException($"Document {_id} does not say what is in Xero.")),
                Date = Take("date") is { } date ? Day(date) : _first.Date,
                Postings = [.. _postings
                    .GroupBy(posting => (posting.Account, posting.TaxType))
                    .Select(group => new GoldenPosting(group.Key.Account, group.Key.TaxType, group.Sum(x => x.Debit), group.Sum(x => x.Credit)))],
                Held = Take("held") is { } held ? Enum.Parse<HoldReason>(held) : null,
                Skipped = Take("skipped") is { } skipped ? Enum.Parse<SkipReason>(skipped) : null,
                Reference = Take("reference"),
                Items = Take("items")?.Split(' '),
                Allocated = Take("allocated") is { } used && Two(used, ' ') is var (amount, invoice) ? (Number(amount), invoice) : null,
            };
            return _rows.Count == 0 ? document : throw new FormatException($"Document {_id} has rows that are not known: {string.Join(", ", _rows.Keys)}.");
        }

        private static Invoice WithStatus(Invoice invoice, string word) => word switch
        {
            "changed" => invoice,
            "voided" => invoice with { Status = InvoiceStatus.Voided },
            "rejected" => invoice with { Status = InvoiceStatus.Rejected },
            "unticked" => invoice with { Synchronize = false },
            _ => throw new FormatException($"'then {word}' is not known."),
        };

        private Invoice Kompass(List<(string Key, string Value)> rows, Invoice? before)
        {
            string? Row(string key) => rows.Find(row => row.Key == key).Value;
            var parts = Row("kompass")!.Split('|', StringSplitOptions.TrimEntries);
            var lines = rows.Where(row => row.Key == "line").Select(row => Line(row.Value)).ToList();
            return new()
            {
                Id = new(_id),
                OrganisationId = Make.Organisation,
                Reference = parts[0],
                ClientId = parts[1] == "-" ? null : new ClientId(parts[1]),
                Date = Day(parts[2]),
                DueDate = parts[3] == "-" ? null : Day(parts[3]),
                Currency = new(parts[4]),
                Net = Number(parts[5]),
                Vat = Number(parts[6]),
                Allocations = lines.Count > 0 ? lines : before!.Allocations,
                Details = _title,
                OrderReference = Row("order") ?? before?.OrderReference,
                AppliesTo = Row("applies") is { } target ? new InvoiceId(target) : before?.AppliesTo,
                Status = Row("status") is { } status ? Enum.Parse<InvoiceStatus>(status) : InvoiceStatus.Approved,
                Synchronize = !rows.Exists(row => row.Key == "unticked"),
            };
        }

        private static Allocation Line(string value)
        {
            var parts = value.Split('|', StringSplitOptions.TrimEntries);
            var (quantity, unit) = Two(parts[0], 'x');
            string? Text(int index) => parts[index] == "-" ? null : parts[index];
            return new()
            {
                Quantity = Number(quantity),
                UnitAmount = Number(unit),
                NominalCode = Text(1),
                VatRateCode = Text(2),
                DepartmentCode = Text(3),
                Description = Text(4),
            };
        }

        private static (string, string, string)? Xero(string value) => value.Split(' ') switch
        {
            ["none"] => null,
            ["journal", var status] => ("journal", "", status),
            [("invoice" or "creditnote") and var kind, var number, var status] => (kind, number, status),
            _ => throw new FormatException($"'xero {value}' is not known."),
        };

        private void Post(string side, string value)
        {
            var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var amount = Number(parts[2]);
            _postings.Add(new(parts[0], parts[1] == "-" ? "" : parts[1], side == "debit" ? amount : 0, side == "credit" ? amount : 0));
        }

        private string? Take(string key) => _rows.Remove(key, out var value) ? value : null;

        private static (string, string) Two(string value, char separator)
        {
            var place = value.IndexOf(separator, StringComparison.Ordinal);
            return (value[..place].Trim(), value[(place + 1)..].Trim());
        }

        private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

        private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
