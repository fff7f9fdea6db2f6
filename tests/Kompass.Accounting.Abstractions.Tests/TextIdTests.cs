namespace Kompass.Accounting.Abstractions.Tests;

/// <summary>The rules that all ids made of text share, told once and held for each type.</summary>
public abstract class TextIdTests<TId>(int maximumLength)
    where TId : struct, IParsable<TId>, IEquatable<TId>
{
    [Theory]
    [InlineData("1")]
    [InlineData("0042")]
    [InlineData("ACME Ltd/7")]
    [InlineData(" leading and trailing ")]
    [InlineData("Zürich-株式会社")]
    public void Parse_text_gives_an_id_that_reads_the_same(string text)
    {
        var id = TId.Parse(text, null);
        Assert.Equal(text, id.ToString());
        Assert.True(TId.TryParse(text, null, out var again));
        Assert.Equal(id, again);
        Assert.Equal(id.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00a0")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\tb")]
    [InlineData("\0")]
    [InlineData("a\u007f")]
    [InlineData("a\u0085")]
    public void Parse_blank_or_control_characters_are_refused(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => TId.Parse(text, null));
        Assert.Contains(typeof(TId).Name, refusal.Message, StringComparison.Ordinal);
        Assert.False(TId.TryParse(text, null, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Parse_null_is_refused()
    {
        Assert.Throws<FormatException>(() => TId.Parse(null!, null));
        Assert.False(TId.TryParse(null, null, out _));
    }

    [Fact]
    public void Parse_longest_text_is_accepted_and_one_more_character_is_not()
    {
        Assert.Equal(maximumLength, TId.Parse(new string('x', maximumLength), null).ToString()!.Length);
        Assert.False(TId.TryParse(new string('x', maximumLength + 1), null, out _));
        Assert.Throws<FormatException>(() => TId.Parse(new string('x', maximumLength + 1), null));
    }

    [Fact]
    public void Equality_is_ordinal() => Assert.NotEqual(TId.Parse("acme", null), TId.Parse("ACME", null));

    [Fact]
    public void Default_value_reads_as_nothing_and_equals_no_id()
    {
        Assert.Equal(string.Empty, default(TId).ToString());
        Assert.NotEqual(default, TId.Parse("x", null));
    }
}
