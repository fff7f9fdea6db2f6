namespace Kompass.Accounting.Tests;

public sealed class JournalMarkerTests
{
    private static readonly LedgerLimits Limits = new() { Description = 40 };

    private static readonly Invoice Journal = Build.Invoice("7", null) with { Reference = "JRN-7" };

    [Fact]
    public void Narrate_ends_with_the_marker() =>
        Assert.Equal("Deferred income [KB:JRN:7:r1]", JournalMarker.Narrate(Journal with { Details = " Deferred income " }, Journal.Date, Limits));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Narrate_without_details_takes_the_number(string? details) =>
        Assert.Equal("JRN-7 [KB:JRN:7:r1]", JournalMarker.Narrate(Journal with { Details = details }, Journal.Date, Limits));

    [Fact]
    public void Narrate_shortens_the_text_and_never_the_marker()
    {
        var narration = JournalMarker.Narrate(Journal with { Details = new string('x', 500) }, Journal.Date, Limits);

        Assert.Equal(40, narration.Length);
        Assert.EndsWith(" [KB:JRN:7:r1]", narration, StringComparison.Ordinal);
    }

    [Fact]
    public void For_is_no_ending_of_another_marker() =>
        Assert.False(JournalMarker.For(new("17")).EndsWith(JournalMarker.For(new("7")), StringComparison.Ordinal));
}
