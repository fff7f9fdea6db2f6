using System.Globalization;
using System.Text;
using CsCheck;

namespace Kompass.Accounting.Tests;

public sealed class ReviewFileWriterTests
{
    private static readonly string[] Columns =
    [
        "xero_uuid", "xero_name", "kompass_id", "kompass_name", "confidence", "band", "reason", "status", "decision", "remaining",
        "xero_status", "xero_email", "kompass_email", "xero_postcode", "kompass_postcode", "xero_phone", "kompass_phone",
        "customer_or_supplier", "balance", "contact_number", "row", "report",
    ];

    private readonly Rig _rig = new();

    [Fact]
    public async Task WriteCsvAsync_writes_every_column_of_a_row()
    {
        var sheet = await _rig.ExportAsync(Report(
            new()
            {
                Number = 1,
                Status = ReconciliationStatus.Candidate,
                Contact = Build.Contact("1", "Acme Limited") with
                {
                    EmailAddress = "a@acme.example",
                    PhoneNumber = "020 7946 0001",
                    Address = new() { PostalCode = "N1 1AA" },
                    IsSupplier = true,
                    Outstanding = 1234.5m,
                    ContactNumber = "C-1",
                },
                Client = Build.Client("K1", "Acme Ltd") with
                {
                    EmailAddress = "b@acme.example",
                    PhoneNumber = "020 7946 0002",
                    Address = new() { PostalCode = "N1 1AB" },
                },
                Confidence = 97.25m,
                Band = ConfidenceBand.High,
                Reason = "same name, apart from Ltd",
            },
            new() { Number = 2, Status = ReconciliationStatus.ClientOnly, Client = Build.Client("K2", "Borealis"), Band = ConfidenceBand.None, Reason = "none", Decision = ReviewDecision.Ignore }));

        Assert.Equal(Columns, sheet.Header);
        Assert.Equal(
            [
                Build.ContactId("1").Value, "Acme Limited", "K1", "Acme Ltd", "97.25", "high", "same name, apart from Ltd", "candidate", "", "1",
                "active", "a@acme.example", "b@acme.example", "N1 1AA", "N1 1AB", "020 7946 0001", "020 7946 0002",
                "customer and supplier", "1234.50", "C-1", "1", "00000000-0000-0000-0000-0000000000ff",
            ],
            sheet.Cells[1]);
        Assert.Equal(
            ["", "", "K2", "Borealis", "", "none", "none", "client only", "ignore", "", "", "", "", "", "", "", "", "", "", "", "2", "00000000-0000-0000-0000-0000000000ff"],
            sheet.Cells[2]);
    }

    [Theory]
    [InlineData(ContactStatus.Archived, null, "archived")]
    [InlineData(ContactStatus.Other, null, "archived")]
    [InlineData(ContactStatus.Archived, "7", "merged")]
    [InlineData(ContactStatus.Active, null, "active")]
    public async Task WriteCsvAsync_says_in_which_state_a_contact_is(ContactStatus status, string? survivor, string expected)
    {
        var contact = Build.Contact("1", "Acme") with { Status = status, MergedInto = survivor is null ? null : Build.ContactId(survivor) };

        Assert.Equal(expected, (await _rig.ExportAsync(Report(ContactRow(contact))))[0, "xero_status"]);
    }

    [Fact]
    public async Task WriteCsvAsync_is_utf8_with_a_mark_comma_and_crlf()
    {
        using var stream = new MemoryStream();
        await _rig.Reconciler.WriteCsvAsync(Report(ContactRow(Build.Contact("1", "Ålesund, Fjord"))), stream, default);

        var bytes = stream.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = new UTF8Encoding(false, true).GetString(bytes[3..]);
        Assert.Contains("\"Ålesund, Fjord\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task WriteCsvAsync_writes_numbers_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var row = ContactRow(Build.Contact("1", "Acme") with { Outstanding = -1234.5m }) with { Confidence = 12.5m };
            var sheet = await _rig.ExportAsync(Report(row));

            Assert.Equal("12.5", sheet[0, "confidence"]);
            Assert.Equal("-1234.50", sheet[0, "balance"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task WriteCsvAsync_writes_the_number_of_open_rows_on_the_first_row_only()
    {
        var sheet = await _rig.ExportAsync(Report([.. Enumerable.Range(1, 3).Select(number => ContactRow(Build.Contact($"{number}", "A")) with { Number = number })]));

        Assert.Equal(["3", "", ""], Enumerable.Range(0, 3).Select(row => sheet[row, "remaining"]));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [Trait("Security", "csv injection")]
    public void WriteCsvAsync_leaves_no_formula_wherever_a_spreadsheet_splits_and_loses_no_character(char separator)
    {
        var names = Gen.String[Gen.Char["=+-@\t\r\n'\",; |aé1€"], 1, 8].Where(name => !string.IsNullOrWhiteSpace(name));
        Gen.Select(names, names, names).Sample(
            (contact, client, reason) =>
            {
                var row = ContactRow(Build.Contact("1", contact) with { EmailAddress = reason, PhoneNumber = client, Outstanding = -12.5m })
                    with
                { Status = ReconciliationStatus.Candidate, Client = Build.Client("=K1", client), Reason = reason };
                using var stream = new MemoryStream();
                _rig.Reconciler.WriteCsvAsync(Report(row), stream, default).GetAwaiter().GetResult();

                Assert.All(OpenedWith(separator, stream.ToArray()), cell => Assert.DoesNotMatch("^[=+@-](?![0-9.]+\\z)", cell));
                var sheet = Sheet.Read(stream.ToArray());
                Assert.Equal(
                    [contact, "=K1", client, reason, reason, client],
                    new[] { "xero_name", "kompass_id", "kompass_name", "reason", "xero_email", "xero_phone" }
                        .Select(column => SpreadsheetText.Restore(sheet[0, column])));
            },
            iter: 2_000,
            threads: 1);
    }

    /// <summary>
    /// The cells as a spreadsheet of another locale makes them: it knows its own separator only, takes quotation marks for quoting where a
    /// cell begins and literally elsewhere, reads on after a closing one, and strips blanks.
    /// </summary>
    private static List<string> OpenedWith(char separator, byte[] file)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (isQuoted, isFresh) = (false, true);
        foreach (var character in Encoding.UTF8.GetString(file).TrimStart('\uFEFF'))
        {
            if (character == '"' && (isQuoted || isFresh))
            {
                (isQuoted, isFresh) = (!isQuoted, isQuoted && cell.Length == 0);
            }
            else if (!isQuoted && (character == separator || character is '\r' or '\n'))
            {
                cells.Add(cell.ToString().Trim().Trim('"').Trim());
                cell.Clear();
                isFresh = true;
            }
            else
            {
                cell.Append(character);
                isFresh = false;
            }
        }

        return cells;
    }

    private static ReconciliationReport Report(params IReadOnlyList<ReconciliationRow> rows) => new()
    {
        Id = new(Guid.Parse("00000000-0000-0000-0000-0000000000ff")),
        ConfigurationId = Build.Configuration().Id,
        RemoteOrganisationId = Build.Connection().OrganisationId,
        CreatedAt = Build.Now,
        Organisations = [Build.Organisation],
        RequestedBy = "ada",
        Rows = rows,
    };

    private static ReconciliationRow ContactRow(RemoteContact contact) => new()
    {
        Number = 1,
        Status = ReconciliationStatus.ContactOnly,
        Contact = contact,
        Band = ConfidenceBand.None,
        Reason = "none",
    };
}
