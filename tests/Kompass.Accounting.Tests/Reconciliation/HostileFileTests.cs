using System.Diagnostics;
using System.Text;

namespace Kompass.Accounting.Tests;

/// <summary>Whatever is uploaded, reading it ends soon and takes memory in proportion.</summary>
[Trait("Security", "limits")]
public sealed class HostileFileTests
{
    private const int Size = 2_000_000;
    private const int MostPerByte = 200;
    private const string Header = "xero_uuid,kompass_id,decision,report\r\n";

    [Theory]
    [InlineData("\"")]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData("\"\"\n")]
    [InlineData("a,\"\n")]
    [InlineData("\"a\"b,")]
    [InlineData("'=,'=\n")]
    [InlineData("' \t\"=")]
    [InlineData("\0")]
    [InlineData("=\r")]
    [InlineData("x")]
    public async Task File_of_one_pattern_is_read_or_refused_soon_and_in_little_memory(string pattern)
    {
        foreach (var start in (string[])["", Header, $"{Header}a,b,,r\r\n", "sep=;\r\n"])
        {
            var bytes = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(pattern, Size / pattern.Length)));
            var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            using var stream = new MemoryStream(bytes);
            var read = await ReviewFileReader.ReadAsync(stream, new ReviewColumns(new("xero", "Xero")), default);
            Assert.True(read.Lines.Count <= ReviewFileLimits.Rows && read.Errors.Count <= ReviewFileLimits.Rows);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)MostPerByte * Size);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        }
    }

    [Theory]
    [InlineData("'")]
    [InlineData("=")]
    [InlineData("' ")]
    [InlineData(";'=")]
    [InlineData("\t")]
    public void Text_of_one_pattern_is_guarded_and_restored_in_linear_time(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, Size / pattern.Length));
        var clock = Stopwatch.StartNew();
        Assert.Equal(text, SpreadsheetText.Restore(SpreadsheetText.Protect(text)));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
