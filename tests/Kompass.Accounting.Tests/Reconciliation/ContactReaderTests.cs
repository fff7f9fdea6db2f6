namespace Kompass.Accounting.Tests;

public sealed class ContactReaderTests
{
    private readonly Rig _rig = new();
    private readonly ContactReader _reader;

    public ContactReaderTests() => _reader = new(_rig.Contacts, _rig.Mirror, _rig.Clock);

    private RemoteConnection Connection => _rig.Configuration.Connection!;

    [Fact]
    public async Task CatchUpAsync_completes_the_mirror_up_to_what_the_ledgers_clock_showed()
    {
        var shown = Build.Now.AddMinutes(-1);
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited") with { UpdatedAt = Build.Now.AddMinutes(-3) });

        await _reader.CatchUpAsync(Connection, shown, default);

        Assert.Equal(shown, await _rig.Mirror.GetWatermarkAsync(_rig.Organisation, default));
    }

    [Fact]
    public async Task GetCurrentAsync_after_a_large_load_comes_back_to_few_contacts_alone()
    {
        _rig.Contacts.Put(Enumerable.Range(0, 3000).Select(number =>
            Build.Contact($"{number}", $"Contact {number}") with { UpdatedAt = Build.Now.AddMinutes(-4).AddSeconds(number / 50) }));
        await _reader.CatchUpAsync(Connection, Build.Now, default);
        _rig.Contacts.Put(Build.Contact("late", "Latecomer") with { UpdatedAt = Build.Now.AddMinutes(-1) });
        _rig.Clock.Advance(TimeSpan.FromMinutes(15));

        var current = await _reader.GetCurrentAsync(Connection, keep: true, default);

        Assert.Equal(3001, current.Count);
        Assert.InRange(ReadSince(), Build.Now.AddMinutes(-4).AddSeconds(55), Build.Now.AddMinutes(-1));
    }

    [Fact]
    public async Task GetCurrentAsync_reaches_back_the_whole_overlap_over_few_contacts()
    {
        var latest = Build.Now.AddMinutes(-10);
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited") with { UpdatedAt = latest });
        await _reader.GetCurrentAsync(Connection, keep: true, default);

        await _reader.GetCurrentAsync(Connection, keep: true, default);

        Assert.Equal(latest - ContactReader.Overlap, ReadSince());
    }

    private DateTimeOffset ReadSince() => _rig.Contacts.LastChangedSince!.Value;
}
