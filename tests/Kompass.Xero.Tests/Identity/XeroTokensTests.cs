using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class XeroTokensTests : IDisposable
{
    private readonly Bench _bench = new();

    private XeroTokens Tokens => _bench.Get<XeroTokens>();

    private CredentialId Id => _bench.Connection.CredentialId;

    [Fact]
    public async Task GetAsync_fresh_set_needs_no_call()
    {
        Assert.Equal("access-1", (await Tokens.GetAsync(Id, null, default)).AccessToken);
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task GetAsync_renews_two_minutes_before_expiry()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(28));

        Assert.Equal("access-2", (await Tokens.GetAsync(Id, null, default)).AccessToken);
    }

    [Fact]
    public async Task GetAsync_many_callers_renew_once()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _bench.Stub.Then((_, _) => answer.Task);
        _bench.Time.Advance(TimeSpan.FromMinutes(40));

        var callers = Enumerable.Range(0, 1000).Select(_ => Tokens.GetAsync(Id, null, default)).ToList();
        answer.SetResult(StubXero.Answer(System.Net.HttpStatusCode.OK, Bench.TokenAnswer("access-2", "refresh-2")));

        Assert.All(await Task.WhenAll(callers), t => Assert.Equal("access-2", t.AccessToken));
        Assert.Single(_bench.Stub.Seen);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task GetAsync_process_that_stood_still_with_its_lease_does_not_renew(int seconds, bool renews)
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        _bench.Credentials.AfterLease = () => _bench.Time.Advance(TimeSpan.FromSeconds(seconds));

        var exception = await Record.ExceptionAsync(() => Tokens.GetAsync(Id, null, default));

        Assert.Equal(renews ? 1 : 0, _bench.Stub.Seen.Count);
        Assert.Equal(renews ? null : XeroIdentityFault.Transient, (exception as XeroIdentityException)?.Fault);
    }

    [Fact]
    public async Task GetAsync_new_tokens_are_stored_before_anybody_has_them()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        Task<TokenSet>? caller = null;
        var doneBeforeSave = true;
        _bench.Credentials.BeforeSave = _ =>
        {
            doneBeforeSave = caller is { IsCompleted: true };
            return Task.CompletedTask;
        };

        caller = Tokens.GetAsync(Id, null, default);
        await caller;

        Assert.False(doneBeforeSave);
        Assert.Equal("access-2", (await _bench.StoredTokensAsync()).AccessToken);
    }

    [Fact]
    public async Task GetAsync_tokens_that_the_store_refused_are_stored_first_and_xero_is_not_asked_again()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2")).ThenStatus(400, """{"error":"invalid_grant"}""", "application/json");
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        _bench.Credentials.BeforeSave = _ => throw new InvalidOperationException("The disk is full.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Tokens.GetAsync(Id, null, default));
        Assert.Equal("refresh-1", (await _bench.StoredTokensAsync()).RefreshToken);

        Assert.Equal("access-2", (await Tokens.GetAsync(Id, null, default)).AccessToken);
        Assert.Equal("refresh-2", (await _bench.StoredTokensAsync()).RefreshToken);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task GetAsync_refused_caller_never_gets_the_refused_token_from_a_renewal_under_way()
    {
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        await _bench.Credentials.TryLeaseAsync(Id, "other-node", TimeSpan.FromMinutes(2), default);
        var first = Tokens.GetAsync(Id, null, default);
        var refused = Tokens.GetAsync(Id, "access-2", default);
        await _bench.Credentials.SaveAsync(Id, TokenSetPayload.Write(_bench.Tokens("access-2", "refresh-2")), 1, default);
        await _bench.Credentials.ReleaseAsync(Id, "other-node", default);
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-3", "refresh-3"));

        Assert.Equal("access-2", (await _bench.Time.RunAsync(first)).AccessToken);

        // The second of two who waited goes on with a thread of the pool.
        Assert.Equal("access-3", (await refused.WaitAsync(TimeSpan.FromMinutes(1))).AccessToken);
        Assert.Single(_bench.Stub.Seen);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(31, 1)]
    [InlineData(59, 1)]
    public async Task KeepAliveAsync_renews_what_nobody_used_for_thirty_days(int days, int calls)
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromDays(days));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _bench.Get<IConnectionCare>().KeepAliveAsync(_bench.Connection, default)));

        Assert.Equal(calls, _bench.Stub.Seen.Count);
        Assert.Equal(calls == 1 ? "refresh-2" : "refresh-1", (await _bench.StoredTokensAsync()).RefreshToken);
    }

    [Fact]
    public async Task KeepAliveAsync_ended_consent_is_said_and_not_asked_again()
    {
        _bench.Stub.ThenStatus(400, """{"error":"invalid_grant"}""", "application/json");
        _bench.Time.Advance(TimeSpan.FromDays(31));

        for (var round = 0; round < 3; round++)
        {
            var fault = await Assert.ThrowsAsync<RemoteLedgerException>(() => _bench.Get<IConnectionCare>().KeepAliveAsync(_bench.Connection, default));
            Assert.Equal(RemoteFault.ReconnectRequired, fault.Fault);
        }

        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task CleanAsync_token_set_of_no_configuration_goes_after_an_hour_and_a_claimed_one_stays()
    {
        _bench.Configurations.Add(1, _bench.Connection);
        await _bench.Credentials.SaveAsync(new("xero:stranger"), TokenSetPayload.Write(_bench.Tokens()), 0, default);

        _bench.Time.Advance(TimeSpan.FromMinutes(85));
        await _bench.Get<IConnectionCare>().CleanAsync(default);
        Assert.Equal(2, _bench.Credentials.Entries.Count);

        _bench.Time.Advance(TimeSpan.FromMinutes(6));
        await _bench.Get<IConnectionCare>().CleanAsync(default);
        Assert.Equal([Id], _bench.Credentials.Entries.Keys);
    }

    [Fact]
    public async Task GetAsync_another_node_renewing_is_waited_for_and_not_repeated()
    {
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        await _bench.Credentials.TryLeaseAsync(Id, "other-node", TimeSpan.FromMinutes(2), default);
        var caller = Tokens.GetAsync(Id, null, default);
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(caller.IsCompleted);

        await _bench.Credentials.SaveAsync(Id, TokenSetPayload.Write(_bench.Tokens("access-of-other", "refresh-2")), 1, default);

        Assert.Equal("access-of-other", (await _bench.Time.RunAsync(caller)).AccessToken);
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task GetAsync_lease_of_a_dead_node_lapses()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        await _bench.Credentials.TryLeaseAsync(Id, "dead-node", TimeSpan.FromMinutes(1), default);

        Assert.Equal("access-2", (await _bench.Time.RunAsync(Tokens.GetAsync(Id, null, default))).AccessToken);
    }

    [Fact]
    public async Task GetAsync_reads_again_after_taking_the_lease()
    {
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        await _bench.Credentials.TryLeaseAsync(Id, "other-node", TimeSpan.FromMinutes(2), default);
        var caller = Tokens.GetAsync(Id, null, default);

        await _bench.Credentials.SaveAsync(Id, TokenSetPayload.Write(_bench.Tokens("access-of-other", "refresh-2")), 1, default);
        await _bench.Credentials.ReleaseAsync(Id, "other-node", default);

        Assert.Equal("access-of-other", (await _bench.Time.RunAsync(caller)).AccessToken);
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task GetAsync_ended_consent_is_remembered_and_not_asked_again()
    {
        _bench.Stub.ThenStatus(400, """{"error":"invalid_grant"}""", "application/json");
        _bench.Time.Advance(TimeSpan.FromMinutes(40));

        for (var i = 0; i < 3; i++)
        {
            var e = await Assert.ThrowsAsync<XeroIdentityException>(() => Tokens.GetAsync(Id, null, default));
            Assert.Equal(XeroIdentityFault.ReconnectRequired, e.Fault);
        }

        Assert.Single(_bench.Stub.Seen);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client"}""")]
    [InlineData(500, "")]
    public async Task GetAsync_other_failures_keep_the_tokens(int status, string body)
    {
        _bench.Stub.ThenStatus(status, body, "application/json").ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(40));

        await Assert.ThrowsAsync<XeroIdentityException>(() => Tokens.GetAsync(Id, null, default));

        Assert.Equal("refresh-1", (await _bench.StoredTokensAsync()).RefreshToken);
        Assert.Equal("access-2", (await Tokens.GetAsync(Id, null, default)).AccessToken);
    }

    [Fact]
    public async Task GetAsync_consent_that_arrives_during_a_renewal_wins()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        _bench.Credentials.BeforeSave = id =>
            _bench.Credentials.SaveAsync(id, TokenSetPayload.Write(_bench.Tokens("access-consent", "refresh-consent")), 1, default);

        Assert.Equal("access-consent", (await Tokens.GetAsync(Id, null, default)).AccessToken);
        Assert.Equal("refresh-consent", (await _bench.StoredTokensAsync()).RefreshToken);
    }

    [Fact]
    public async Task GetAsync_cancelled_caller_does_not_stop_the_renewal()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _bench.Stub.Then((_, _) => answer.Task);
        _bench.Time.Advance(TimeSpan.FromMinutes(40));
        using var cancel = new CancellationTokenSource();
        var caller = Tokens.GetAsync(Id, null, cancel.Token);

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        answer.SetResult(StubXero.Answer(System.Net.HttpStatusCode.OK, Bench.TokenAnswer("access-2", "refresh-2")));

        Assert.Equal("refresh-2", (await _bench.StoredTokensAsync()).RefreshToken);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public async Task GetAsync_missing_credential_needs_a_reconnect()
    {
        var e = await Assert.ThrowsAsync<XeroIdentityException>(() => Tokens.GetAsync(new("xero:nobody"), null, default));

        Assert.Equal(XeroIdentityFault.ReconnectRequired, e.Fault);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public void Read_damaged_payload_needs_a_reconnect_and_quotes_nothing()
    {
        var e = Assert.Throws<XeroIdentityException>(() => TokenSetPayload.Read("secret-canary not json"u8));

        Assert.Equal(XeroIdentityFault.ReconnectRequired, e.Fault);
        Assert.DoesNotContain("canary", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public void ToString_hides_the_tokens()
    {
        var text = (_bench.Tokens("canary-a", "canary-b") with { PreviousRefreshToken = "canary-c" }).ToString();

        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.Contains("user-1", text, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();
}
