using System.Globalization;
using System.Text;

namespace Kompass.Accounting.Tests;

public sealed class SpreadsheetRoundTripTests : IAsyncLifetime
{
    private readonly Rig _rig = new();
    private Sheet _sheet = null!;

    static SpreadsheetRoundTripTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async Task InitializeAsync()
    {
        _rig.Contacts.Put(
            Build.Contact("a1", "Café Søndergård, \"Fünf\" Brüder Limited"), Build.Contact("b2", "=SUM(A1) Limited"), Build.Contact("c3", "'t Hooft & Zoon"));
        _rig.Clients.Put(
            Build.Client("00042", "Café Søndergård, \"Fünf\" Brüder"), Build.Client("=K2", "=SUM(A1) Ltd"), Build.Client("K3", "'t Hooft en Zoon"));
        _sheet = await _rig.ExportAsync(await _rig.CompareAsync());
        for (var row = 0; row < 3; row++)
        {
            _sheet[row, "decision"] = "link";
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, bool, char> Files => new()
    {
        { "utf-8", true, ',' },
        { "utf-8", false, ',' },
        { "utf-8", true, ';' },
        { "utf-8", false, ';' },
        { "utf-8", true, '\t' },
        { "utf-8", true, '|' },
        { "windows-1252", false, ',' },
        { "windows-1252", false, ';' },
        { "windows-1252", false, '\t' },
        { "utf-16", true, '\t' },
        { "utf-16", true, ',' },
        { "utf-16", false, '\t' },
        { "utf-16BE", true, '\t' },
        { "utf-16BE", true, ';' },
        { "utf-16BE", false, ',' },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ImportAsync_reads_what_a_spreadsheet_saved(string encoding, bool mark, char separator)
    {
        var chosen = encoding == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(encoding);

        var result = await _rig.ImportAsync(_sheet.ToBytes(chosen, mark, separator));

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Equal(
            new[] { $"00042={Build.ContactId("a1")}", $"=K2={Build.ContactId("b2")}", $"K3={Build.ContactId("c3")}" }.Order(StringComparer.Ordinal),
            await _rig.LinksAsync());
    }

    [Theory]
    [InlineData("sep=;\r\n", ';')]
    [InlineData("SEP=,\n", ',')]
    [InlineData("\"sep=\t\"\r\n", '\t')]
    public async Task ImportAsync_uses_up_the_separator_line_without_counting_it(string hint, char separator)
    {
        _sheet[1, "decision"] = "maybe";

        Assert.Equal(3, Assert.Single((await _rig.ImportAsync(hint + _sheet.ToText(separator))).Errors).Line);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r", false)]
    [InlineData("\r\n", true)]
    public async Task ImportAsync_reads_other_line_ends_and_quoting(string lineEnd, bool quoteAll)
    {
        Assert.Equal(3, (await _rig.ImportAsync(_sheet.ToText(',', lineEnd, quoteAll))).Links.Count);
    }

    [Fact]
    public async Task ImportAsync_reads_moved_renamed_and_added_columns()
    {
        foreach (var cells in _sheet.Cells)
        {
            cells.Reverse();
            cells.Insert(3, "my notes");
        }

        for (var column = 0; column < _sheet.Cells[0].Count; column++)
        {
            _sheet.Cells[0][column] = $" {_sheet.Cells[0][column].ToUpperInvariant()} ";
        }

        Assert.Equal(3, (await _rig.ImportAsync(_sheet.ToText())).Links.Count);
    }

    [Fact]
    public async Task ImportAsync_reads_a_file_that_holds_the_needed_columns_alone()
    {
        string[] needed = ["xero_uuid", "kompass_id", "decision", "report"];
        var text = new StringBuilder(string.Join(';', needed)).Append('\n');
        for (var row = 0; row < _sheet.Rows; row++)
        {
            text.AppendJoin(';', needed.Select(column => _sheet[row, column])).Append('\n');
        }

        Assert.Equal(3, (await _rig.ImportAsync(text.ToString())).Links.Count);
    }

    [Fact]
    public async Task ImportAsync_counts_blank_rows_and_skips_them()
    {
        var lines = _sheet.ToText().Split("\r\n").ToList();
        lines.Insert(0, "");
        lines.Insert(2, new string(',', _sheet.Header.Count - 1));
        lines.Insert(3, "");
        _ = lines.RemoveAll(line => line.Contains("'t Hooft", StringComparison.Ordinal));
        lines[^1] = string.Join(',', _sheet.Cells[1].Select((_, column) => _sheet.Header[column] switch { "decision" => "nonsense", "report" => _sheet[0, "report"], _ => "" }));

        var error = Assert.Single((await _rig.ImportAsync(string.Join("\r\n", lines))).Errors);

        Assert.Equal(lines.Count, error.Line);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("\r\n\r\n", 1, "empty")]
    [InlineData("name;id\r\n1;2\r\n", 1, "lacks the columns xero_uuid, kompass_id, decision, report")]
    [InlineData("xero_uuid,kompass_id,decision\r\n", 1, "lacks the column report")]
    [InlineData("xero_uuid,kompass_id,decision,report,Decision\r\n", 1, "occurs twice")]
    [InlineData("xero_uuid,kompass_id,decision,report\r\n\"a\"b,c,d,e\r\n", 2, "Text follows a closing quotation mark")]
    [InlineData("xero_uuid,kompass_id,decision,report\r\na,b,,d\r\n\"a,b,c\r\nd,e,f\r\n", 3, "never closes")]
    [InlineData("xero_uuid,kompass_id,decision,report\r\na,b,,d,surplus\r\n", 2, "more cells than the header")]
    [InlineData("\u0000\u0001\u0002,\u0003", 1, "lacks the columns")]
    public async Task ImportAsync_refuses_what_is_no_review_file(string text, int line, string message)
    {
        var error = Assert.Single((await _rig.ImportAsync(text)).Errors);

        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_notices_rows_that_a_stray_quotation_mark_swallowed()
    {
        var report = _sheet[0, "report"];
        var text = $"xero_uuid,xero_name,kompass_id,decision,report\r\na,\"Acme,K1,,{report}\r\nb,Borealis,K2,link,{report}\r\nc,Cirrus\",K3,,{report}\r\n";

        var error = Assert.Single((await _rig.ImportAsync(text)).Errors);

        Assert.Equal(2, error.Line);
        Assert.Contains("rows in between are lost", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "limits")]
    public async Task ImportAsync_refuses_a_cell_beyond_what_a_spreadsheet_holds()
    {
        _sheet[1, "reason"] = new string('x', 32_767);
        Assert.Empty((await _rig.ImportAsync(_sheet, dryRun: true)).Errors);
        _sheet[1, "reason"] += "x";

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((3, "reason"), (error.Line, error.Column));
        Assert.Contains("32,767", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "limits")]
    public async Task ImportAsync_refuses_more_rows_than_anybody_reviews()
    {
        var text = new StringBuilder("xero_uuid,kompass_id,decision,report\n");
        for (var row = 0; row <= 200_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{row},,,r\n");
        }

        var error = Assert.Single((await _rig.ImportAsync(text.ToString())).Errors);

        Assert.Equal(200_002, error.Line);
        Assert.Contains("200,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_restores_lost_zeros_where_the_name_agrees()
    {
        var row = _sheet.RowOf("kompass_id", "00042");
        _sheet[row, "kompass_id"] = "42";

        var result = await _rig.ImportAsync(_sheet);

        Assert.Contains($"00042={Build.ContactId("a1")}", await _rig.LinksAsync());
        var warning = Assert.Single(result.Warnings);
        Assert.Equal((Sheet.LineOf(row), "kompass_id"), (warning.Line, warning.Column));
        Assert.Contains("read as '00042'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_restores_lost_zeros_of_the_client_that_the_report_listed_though_its_name_was_mangled()
    {
        var row = _sheet.RowOf("kompass_id", "00042");
        _sheet[row, "kompass_id"] = "42";
        _sheet[row, "kompass_name"] = "Caf? S?nderg?rd";

        Assert.Equal(3, (await _rig.ImportAsync(_sheet)).Links.Count);
    }

    [Fact]
    public async Task ImportAsync_refuses_lost_zeros_where_the_row_names_another_client()
    {
        var row = _sheet.RowOf("kompass_id", "K3");
        _sheet[row, "kompass_id"] = "42";
        _sheet[_sheet.RowOf("kompass_id", "00042"), "decision"] = "";

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((Sheet.LineOf(row), "kompass_id"), (error.Line, error.Column));
        Assert.Contains("Client '00042' is Café", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_refuses_lost_zeros_that_fit_two_clients()
    {
        _rig.Clients.Put(Build.Client("042", "Somebody"));
        _sheet[_sheet.RowOf("kompass_id", "00042"), "kompass_id"] = "42";

        Assert.Contains("00042, 042 exist", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_refuses_an_id_that_is_another_client_only_because_its_zeros_are_lost()
    {
        _rig.Clients.Put(Build.Client("42", "Somebody Else"));
        var row = _sheet.RowOf("kompass_id", "00042");
        _sheet[row, "kompass_id"] = "42";

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((Sheet.LineOf(row), "kompass_id"), (error.Line, error.Column));
        Assert.Contains("'42' is client Somebody Else, but the row lists Café", error.Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.LinksAsync());

        _sheet[row, "kompass_name"] = "Caf? S?nderg?rd";
        Assert.Contains("leading zeros may be lost", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Message, StringComparison.Ordinal);

        _sheet[row, "kompass_name"] = "somebody  else";
        Assert.Empty((await _rig.ImportAsync(_sheet)).Errors);
        Assert.Contains($"42={Build.ContactId("a1")}", await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_takes_lost_zeros_on_undecided_rows_for_no_edit()
    {
        var row = _sheet.RowOf("kompass_id", "00042");
        _sheet[row, "kompass_id"] = "42";
        _sheet[row, "decision"] = "";

        Assert.Empty((await _rig.ImportAsync(_sheet)).Warnings);
    }

    [Fact]
    public async Task ImportAsync_reads_an_id_that_a_person_kept_as_text_with_an_apostrophe()
    {
        _sheet[_sheet.RowOf("kompass_id", "00042"), "kompass_id"] = "'00042";

        Assert.Equal(3, (await _rig.ImportAsync(_sheet)).Links.Count);
    }

    [Fact]
    public async Task ImportAsync_takes_such_an_apostrophe_on_an_undecided_row_for_no_edit()
    {
        var row = _sheet.RowOf("kompass_id", "00042");
        _sheet[row, "kompass_id"] = "'00042";
        _sheet[row, "decision"] = "";

        Assert.Empty((await _rig.ImportAsync(_sheet)).Warnings);
    }

    [Fact]
    public async Task ImportAsync_finds_a_client_whose_id_has_spaces_around_it()
    {
        _rig.Clients.Put(Build.Client(" K9 ", "Solitary Weavers"));
        var sheet = await _rig.ExportAsync(await _rig.CompareAsync());
        sheet[sheet.RowOf("kompass_id", " K9 "), "decision"] = "create";

        var result = await _rig.ImportAsync(sheet);

        Assert.Empty(result.Errors);
        Assert.Equal(" K9 ", Assert.Single(result.Decisions).ClientId!.Value.Value);
    }

    [Fact]
    [Trait("Security", "limits")]
    public async Task ImportAsync_survives_any_bytes()
    {
        var good = _sheet.ToBytes();
        var seed = 17u;
        for (var round = 0; round < 400; round++)
        {
            var bytes = good.ToArray();
            for (var change = 0; change < 1 + (round % 8); change++)
            {
                seed = (seed * 1_664_525) + 1_013_904_223;
                bytes[seed % (uint)bytes.Length] = (byte)(seed >> 16);
            }

            var result = await _rig.ImportAsync(bytes[..(int)(seed % (uint)bytes.Length)], dryRun: true);
            Assert.All(result.Errors, error => Assert.InRange(error.Line, 1, 10));
        }
    }
}
