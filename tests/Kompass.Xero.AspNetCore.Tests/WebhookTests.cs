using System.Text;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Only what Xero signed is taken, and it is stored before it is answered.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private XeroSender _xero = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _xero = XeroSender.To(_site);
        await XeroSender.ConnectAsync(_site.Services);
    }

    [Theory]
    [InlineData(AdminSite.SigningKey)]
    [InlineData(AdminSite.EarlierKey)]
    [Trait("Security", "webhook signature")]
    public async Task Payload_that_any_active_key_signed_is_stored_before_it_is_answered(string key)
    {
        var resource = Guid.NewGuid();
        var body = XeroSender.Payload(XeroSender.Event(resource: resource));

        AssertEmpty(200, await _xero.PostAsync(body, XeroSender.Sign(body, key)));

        Assert.Equal(
            [new RemoteChange(new(XeroSender.Tenant.ToString()), RemoteChangeKind.Invoice, resource.ToString(), new(2026, 6, 21, 1, 15, 0, 902, TimeSpan.Zero))],
            await WaitingAsync());
    }

    public static TheoryData<string, string[]> Refused()
    {
        var body = XeroSender.Payload(XeroSender.Event());
        var right = XeroSender.Sign(body);
        return new()
        {
            { "missing", [] },
            { "empty", [""] },
            { "short", [right[..20]] },
            { "31 bytes", [Convert.ToBase64String(new byte[31])] },
            { "33 bytes", [Convert.ToBase64String(new byte[33])] },
            { "not Base64", ["!" + right[1..]] },
            { "hexadecimal", [Convert.ToHexString(Convert.FromBase64String(right))] },
            { "of another key", [XeroSender.Sign(body, AdminSite.SigningKey + "x")] },
            { "of another body", [XeroSender.Sign(body + " ")] },
            { "of no key", [XeroSender.Sign(body, "")] },
            { "zeros", [Convert.ToBase64String(new byte[32])] },
            { "one bit off", [Flip(right)] },
            { "in another case", [right.ToUpperInvariant()] },
            { "two", [right, right] },
            { "two in one", [right + "," + right] },
            { "very long", [new string('A', 6000)] },
        };
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("Security", "webhook signature")]
    public async Task Payload_without_a_right_signature_is_refused_and_not_stored(string what, string[] signatures)
    {
        AssertEmpty(401, await _xero.PostAsync(XeroSender.Payload(XeroSender.Event()), signatures));

        Assert.NotEmpty(what);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    [Trait("Security", "webhook signature")]
    public async Task Signature_is_over_the_very_bytes_and_not_over_what_they_say()
    {
        var body = XeroSender.Payload(XeroSender.Event());
        var rewritten = body.Replace("\":", "\" :", StringComparison.Ordinal);

        AssertEmpty(401, await _xero.PostAsync(rewritten, XeroSender.Sign(body)));
        AssertEmpty(200, await _xero.PostAsync(rewritten, XeroSender.Sign(rewritten)));

        byte[] strange = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(body), 0xff];
        AssertEmpty(200, await _xero.PostAsync(new ByteArrayContent(strange), XeroSender.Sign(strange, AdminSite.SigningKey)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"events\":7}")]
    [InlineData("<events/>")]
    public async Task Payload_that_is_signed_and_cannot_be_read_is_answered_as_received(string body) =>
        AssertEmpty(200, await _xero.PostAsync(body));

    [Fact]
    [Trait("Security", "limits")]
    public async Task Payload_that_is_too_deep_is_not_read()
    {
        var deep = XeroSender.Payload(XeroSender.Event(), string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40)));

        AssertEmpty(200, await _xero.PostAsync(deep));

        Assert.Empty(await WaitingAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Security", "limits")]
    public async Task Body_of_more_than_256_KiB_is_refused_whether_its_length_is_told_or_not(bool isTold)
    {
        var body = XeroSender.Payload(XeroSender.Event()) + new string(' ', 256 * 1024);
        HttpContent content = isTold ? new StringContent(body) : new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(body)));

        AssertEmpty(413, await _xero.PostAsync(content, XeroSender.Sign(body)));

        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    [Trait("Security", "limits")]
    public async Task Body_of_256_KiB_is_taken()
    {
        var body = XeroSender.Payload(XeroSender.Event());
        AssertEmpty(200, await _xero.PostAsync(body + new string(' ', (256 * 1024) - body.Length)));
        Assert.Single(await WaitingAsync());
    }

    [Fact]
    public async Task Events_that_mean_nothing_here_are_left_out_and_the_others_are_stored()
    {
        var odd = """{"eventCategory":"INVOICE","tenantId":"none","resourceId":7,"new":{"a":[1,{"b":null}]}}""";
        await _xero.PostAsync(XeroSender.Payload(
            XeroSender.Event("SUBSCRIPTION"), XeroSender.Event("PREPAYMENT"), XeroSender.Event("FUTURE"), odd, "null", "7", "[]", "{}",
            XeroSender.Event(tenant: Guid.NewGuid()),
            XeroSender.Event("CONTACT"), XeroSender.Event("CREDITNOTE"), XeroSender.Event("Invoice").Replace("\"event", "\"Event", StringComparison.Ordinal)));

        Assert.Equal(
            [RemoteChangeKind.Contact, RemoteChangeKind.Invoice, RemoteChangeKind.CreditNote],
            (await WaitingAsync()).Select(change => change.Kind).Order());
    }

    [Fact]
    public async Task Duplicates_and_events_out_of_order_wait_once_with_the_latest()
    {
        var late = XeroSender.Payload(XeroSender.Event(second: 40));
        var early = XeroSender.Payload(XeroSender.Event(second: 20), XeroSender.Event(second: 10));
        foreach (var body in new[] { late, early, late, early })
        {
            AssertEmpty(200, await _xero.PostAsync(body));
        }

        Assert.Equal(40, Assert.Single(await WaitingAsync()).ChangedAt.Second);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_POST_is_answered(string method)
    {
        using var http = new HttpClient();
        using var answer = await http.SendAsync(new(new(method), new Uri(_site.Address, AdminSite.Webhook)));
        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Payload_that_cannot_be_stored_is_not_answered_as_received()
    {
        var inbox = new Mock<IRemoteChangeInbox>();
        inbox.Setup(port => port.StoreAsync(It.IsAny<IReadOnlyCollection<RemoteChange>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("The disk is full."));
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(inbox.Object)));
        await XeroSender.ConnectAsync(site.Services);
        using var xero = new XeroSender(site.Address);

        AssertEmpty(503, await xero.PostAsync(XeroSender.Payload(XeroSender.Event())));
    }

    [Fact]
    public async Task Answer_does_not_wait_for_a_database_that_stands_still()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inbox = new Mock<IRemoteChangeInbox>();
        inbox.Setup(port => port.StoreAsync(It.IsAny<IReadOnlyCollection<RemoteChange>>(), It.IsAny<CancellationToken>()))
            .Returns(async (IReadOnlyCollection<RemoteChange> _, CancellationToken token) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            });
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(inbox.Object)));
        await XeroSender.ConnectAsync(site.Services);
        using var xero = new XeroSender(site.Address);

        var answer = xero.PostAsync(XeroSender.Payload(XeroSender.Event()));
        await begun.Task;
        Assert.False(answer.IsCompleted);
        site.Clock.Advance(TimeSpan.FromSeconds(4));

        AssertEmpty(503, await answer.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    [Trait("Security", "webhook signature")]
    public async Task Intent_to_receive_is_passed_each_time()
    {
        var webhooks = _site.Xero.Control.Webhooks;
        webhooks.Subscribe(new(_site.Address, AdminSite.Webhook), AdminSite.SigningKey);
        for (var time = 0; time < 20; time++)
        {
            Assert.True(await webhooks.CheckIntentAsync());
        }

        Assert.Equal(100, webhooks.Attempts.Count);
        webhooks.Subscribe(new(_site.Address, AdminSite.Webhook), "a key that is not known here");
        Assert.False(await webhooks.CheckIntentAsync());
    }

    public async Task DisposeAsync()
    {
        _xero.Dispose();
        await _site.DisposeAsync();
    }

    internal static void AssertEmpty(int status, Answer answer)
    {
        Assert.Equal((status, ""), (answer.Status, answer.Html));
        Assert.Equal("0", answer.Headers["Content-Length"]);
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
    }

    private static string Flip(string signature)
    {
        var bytes = Convert.FromBase64String(signature);
        bytes[31] ^= 1;
        return Convert.ToBase64String(bytes);
    }

    private Task<IReadOnlyList<RemoteChange>> WaitingAsync() => XeroSender.WaitingAsync(_site.Services);

    /// <summary>Sent in chunks, since its length is not known before.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
