using System.Text;

namespace Kompass.Accounting.StoreConformance;

/// <summary>Credentials: what every store must do.</summary>
public abstract class CredentialStoreTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly CredentialId Id = new("cred-1");
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("canary-5f1e9d0c-refresh-token");

    private ICredentialStore Store => Host.Credentials;

    [SkippableFact]
    public async Task Save_a_payload_is_read_back_with_its_version()
    {
        Assert.Null(await Store.GetAsync(Id, None));
        Assert.Equal(1, await Store.SaveAsync(Id, Secret, 0, None));
        Assert.Equal(2, await Store.SaveAsync(Id, new byte[] { 0, 255, 7 }, 1, None));

        var read = await Fixture.Start().Credentials.GetAsync(Id, None);

        Assert.Equal(Id, read!.Id);
        Assert.Equal(2, read.Version);
        Assert.Equal([0, 255, 7], read.Payload.ToArray());
        Assert.Null(await Store.GetAsync(new("CRED-1"), None));
    }

    [SkippableFact]
    public async Task Save_with_another_version_than_the_standing_one_is_refused()
    {
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Id, Secret, 1, None));
        await Store.SaveAsync(Id, Secret, 0, None);

        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Id, new byte[] { 1 }, 0, None));
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Id, new byte[] { 1 }, 2, None));
        Assert.Equal(Secret, (await Store.GetAsync(Id, None))!.Payload.ToArray());
    }

    [SkippableFact]
    public async Task Save_by_racing_refreshers_lets_one_win()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();
        foreach (var expected in new[] { 0L, 1L })
        {
            var wins = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(async () =>
            {
                try
                {
                    return await hosts[number % 4].Credentials.SaveAsync(Id, new[] { (byte)number }, expected, None) == expected + 1;
                }
                catch (StoreConflictException)
                {
                    return false;
                }
            })));
            Assert.Single(wins, won => won);
        }
    }

    [SkippableFact]
    [Trait("Security", "authorisation code")]
    public async Task Take_by_many_callers_gives_it_to_one()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();
        await Store.SaveAsync(Id, Secret, 0, None);

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => hosts[number % 4].Credentials.TakeAsync(Id, None))));

        Assert.Equal(Secret, Assert.Single(taken, credential => credential is not null)!.Payload.ToArray());
        Assert.Null(await Store.GetAsync(Id, None));
        Assert.Null(await Store.TakeAsync(Id, None));
    }

    [SkippableFact]
    public async Task List_names_what_begins_with_the_prefix_and_nothing_else()
    {
        foreach (var id in (string[])["xero:1", "xero:2", "xero-consent:1", "Xero:3", "axero:4", "x%ro:5"])
        {
            await Store.SaveAsync(new(id), Secret, 0, None);
        }

        Assert.Equal(["xero:1", "xero:2"], (await Store.ListAsync("xero:", None)).Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.ListAsync("nothing", None));
    }

    [SkippableFact]
    public async Task Remove_ends_a_credential_and_does_nothing_without_one()
    {
        await Store.RemoveAsync(Id, None);
        await Store.SaveAsync(Id, Secret, 0, None);
        await Store.RemoveAsync(Id, None);

        Assert.Null(await Store.GetAsync(Id, None));
        Assert.Equal(1, await Store.SaveAsync(Id, Secret, 0, None));
    }

    [SkippableFact]
    public async Task TryLease_keeps_others_out_until_it_is_released()
    {
        var other = Fixture.Start().Credentials;

        Assert.True(await Store.TryLeaseAsync(Id, "a", TimeSpan.FromMinutes(10), None));
        Assert.True(await Store.TryLeaseAsync(Id, "a", TimeSpan.FromMinutes(10), None));
        Assert.False(await other.TryLeaseAsync(Id, "b", TimeSpan.FromMinutes(10), None));
        Assert.True(await other.TryLeaseAsync(new("cred-2"), "b", TimeSpan.FromMinutes(10), None));

        await other.ReleaseAsync(Id, "b", None);
        Assert.False(await other.TryLeaseAsync(Id, "b", TimeSpan.FromMinutes(10), None));
        await Store.ReleaseAsync(Id, "a", None);
        Assert.True(await other.TryLeaseAsync(Id, "b", TimeSpan.FromMinutes(10), None));
    }

    [SkippableFact]
    public async Task TryLease_after_it_lapsed_takes_over()
    {
        Assert.True(await Store.TryLeaseAsync(Id, "a", Fixture.Lapse, None));
        await Fixture.LetLapseAsync();

        Assert.True(await Store.TryLeaseAsync(Id, "b", TimeSpan.FromMinutes(10), None));
        Assert.False(await Store.TryLeaseAsync(Id, "a", TimeSpan.FromMinutes(10), None));
    }

    [SkippableFact]
    public async Task TryLease_by_racing_refreshers_gives_it_to_one()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();

        var leased = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
            () => hosts[number % 4].Credentials.TryLeaseAsync(Id, $"{number}", TimeSpan.FromMinutes(10), None))));

        Assert.Single(leased, won => won);
    }

    [SkippableFact]
    [Trait("Security", "secrets")]
    public async Task Get_after_the_key_ring_was_lost_answers_null_warns_and_can_be_healed()
    {
        await Store.SaveAsync(Id, Secret, 0, None);
        var lost = Fixture.Start(keyRing: "other keys");

        Assert.Null(await lost.Credentials.GetAsync(Id, None));

        var warning = Assert.Single(lost.Logs.Entries, entry => entry.Id.Id == 5001);
        Assert.Contains("KX5001", warning.Text, StringComparison.Ordinal);
        Assert.Contains(Id.Value, warning.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Id, Secret, 0, None));
        Assert.Equal(2, await lost.Credentials.SaveAsync(Id, Secret, 0, None));
        Assert.Equal(Secret, (await lost.Credentials.GetAsync(Id, None))!.Payload.ToArray());
    }

    [SkippableFact]
    public async Task Take_after_the_key_ring_was_lost_answers_null()
    {
        await Store.SaveAsync(Id, Secret, 0, None);

        Assert.Null(await Fixture.Start(keyRing: "other keys").Credentials.TakeAsync(Id, None));
    }

    [SkippableFact]
    [Trait("Security", "secrets")]
    public async Task Get_of_a_payload_that_was_copied_to_another_credential_answers_null()
    {
        await Store.SaveAsync(Id, Secret, 0, None);
        await Store.SaveAsync(new("cred-2"), new byte[] { 1 }, 0, None);

        await Fixture.ExecuteAsync(
            $"UPDATE {Fixture.Table("credentials")} SET payload = (SELECT payload FROM {Fixture.Table("credentials")} WHERE id = 'cred-1') WHERE id = 'cred-2'");

        Assert.Null(await Store.GetAsync(new("cred-2"), None));
        Assert.NotNull(await Store.GetAsync(Id, None));
    }

    [SkippableFact]
    [Trait("Security", "secrets")]
    public async Task Save_leaves_no_secret_in_the_database_or_the_logs()
    {
        await Store.SaveAsync(Id, Secret, 0, None);
        await Store.SaveAsync(Id, Encoding.UTF8.GetBytes("before " + Encoding.UTF8.GetString(Secret)), 1, None);
        await Store.GetAsync(Id, None);

        var dump = await Fixture.DumpAsync();

        Assert.True(Contains(dump, Encoding.UTF8.GetBytes(Id.Value)), "The dump does not even hold the credential's id.");
        Assert.False(Contains(dump, Secret));
        Assert.False(Contains(dump, Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Secret))));
        Assert.False(Contains(dump, Encoding.UTF8.GetBytes(Convert.ToBase64String(Secret))));
        Assert.False(Contains(dump, Encoding.UTF8.GetBytes(Convert.ToHexString(Secret))));
        Assert.False(Contains(dump, Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Secret))));
        Assert.DoesNotContain(Host.Logs.Entries, entry => entry.Text.Contains("canary", StringComparison.Ordinal));
    }

    private static bool Contains(byte[] haystack, byte[] needle) => haystack.AsSpan().IndexOf(needle) >= 0;
}
