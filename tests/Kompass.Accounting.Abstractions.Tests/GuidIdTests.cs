namespace Kompass.Accounting.Abstractions.Tests;

/// <summary>The rules that all ids made of a GUID share.</summary>
public abstract class GuidIdTests<TId>(Func<Guid, TId> create)
    where TId : struct, IParsable<TId>, IEquatable<TId>
{
    private const string Text = "7c9f0a2e-1b34-4f6e-9d5b-5d0b9a1e2c86";

    [Theory]
    [InlineData(Text)]
    [InlineData("7C9F0A2E-1B34-4F6E-9D5B-5D0B9A1E2C86")]
    [InlineData("{7c9f0a2e-1b34-4f6e-9d5b-5d0b9a1e2c86}")]
    [InlineData("7c9f0a2e1b344f6e9d5b5d0b9a1e2c86")]
    public void Parse_usual_notation_gives_the_same_id(string notation)
    {
        Assert.Equal(create(new Guid(Text)), TId.Parse(notation, null));
        Assert.True(TId.TryParse(notation, null, out var id));
        Assert.Equal(Text, id.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("7c9f0a2e")]
    [InlineData("7c9f0a2e-1b34-4f6e-9d5b-5d0b9a1e2c8g")]
    public void Parse_anything_else_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => TId.Parse(text, null));
        Assert.False(TId.TryParse(text, null, out var id));
        Assert.Equal(default, id);
        Assert.False(TId.TryParse(null, null, out _));
    }

    [Fact]
    public void Default_value_is_the_empty_guid() => Assert.Equal("00000000-0000-0000-0000-000000000000", default(TId).ToString());
}
