using Kompass.Accounting;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class UploadShelfTests
{
    private static readonly ConfigurationId Here = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));
    private static readonly ConfigurationId There = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));

    private static readonly CheckedFile File = new(
        [1], "reviewed.csv", new() { IsDryRun = true, Rows = 0, Links = [], AlreadyLinked = 0, Decisions = [], Errors = [], Warnings = [] });

    private readonly FakeTimeProvider _clock = new();
    private readonly UploadShelf _shelf;

    public UploadShelfTests() => _shelf = new(new Zeroes(), _clock);

    [Fact]
    public void Take_by_the_owner_answers_once()
    {
        var key = _shelf.Put(File, Here, "admin");
        Assert.Same(File, _shelf.Look(key, Here, "admin"));
        Assert.Same(File, _shelf.Take(key, Here, "admin"));
        Assert.Null(_shelf.Look(key, Here, "admin"));
        Assert.Null(_shelf.Take(key, Here, "admin"));
    }

    [Fact]
    [Trait("Security", "authorisation")]
    public void Take_by_another_user_or_for_another_configuration_answers_nothing()
    {
        var key = _shelf.Put(File, Here, "admin");
        Assert.Null(_shelf.Take(key, Here, "other"));
        Assert.Null(_shelf.Take(key, There, "admin"));
        Assert.Null(_shelf.Look(key, Here, "other"));
        Assert.Null(_shelf.Look(key, There, "admin"));
        Assert.NotNull(_shelf.Take(key, Here, "admin"));
    }

    [Fact]
    public void Take_after_half_an_hour_answers_nothing()
    {
        var key = _shelf.Put(File, Here, "admin");
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(_shelf.Look(key, Here, "admin"));
        Assert.Null(_shelf.Take(key, Here, "admin"));
    }

    private sealed class Zeroes : IEntropy
    {
        public void Fill(Span<byte> destination) => destination.Clear();
    }
}
