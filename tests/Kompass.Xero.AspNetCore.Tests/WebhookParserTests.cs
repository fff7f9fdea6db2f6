using System.Diagnostics;
using System.Text;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class WebhookParserTests
{
    private const int Inputs = 100_000;
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "\\u0000", "null", "true", "1e999", "-0", "\"events\"", "\"eventCategory\":\"CONTACT\"", "\"tenantId\":",
        "\"resourceId\":\"00000000-0000-0000-0000-000000000000\"", "\"eventDateUtc\":\"9999-12-31T23:59:59.9999999-14:00\"", "\"eventDateUtc\":\"0001-01-01T00:00:00+14:00\"",
        "{\"events\":[", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\ufeff", "\u0130", "INVOICE",
    ];

    [Theory]
    [InlineData("2024-06-21T01:15:39.902", "2024-06-21T01:15:39.9020000+00:00")]
    [InlineData("2024-06-21T01:15:39.902Z", "2024-06-21T01:15:39.9020000+00:00")]
    [InlineData("2024-06-21T01:15:39.902+02:00", "2024-06-20T23:15:39.9020000+00:00")]
    [InlineData("yesterday", "2026-06-01T09:00:00.0000000+00:00")]
    [InlineData("", "2026-06-01T09:00:00.0000000+00:00")]
    public void Parse_takes_a_time_without_zone_as_UTC_and_one_that_is_none_as_now(string text, string expected)
    {
        var body = XeroSender.Payload(XeroSender.Event().Replace("2026-06-21T01:15:00.902", text, StringComparison.Ordinal));
        Assert.Equal(expected, Assert.Single(Parse(body)!.Changes).ChangedAt.ToString("O"));
    }

    [Fact]
    public void Parse_counts_what_it_leaves_out()
    {
        var events = Parse(XeroSender.Payload(XeroSender.Event(), XeroSender.Event("FUTURE"), "{}", XeroSender.Event(tenant: Guid.Empty)))!;
        Assert.Equal((1, 2, 1), (events.Changes.Count, events.Others, events.Unreadable));
    }

    [Fact]
    [Trait("Security", "limits")]
    public void Parse_of_anything_ends_soon_with_what_it_knows_or_with_nothing()
    {
        var random = new Random(20260601);
        var whole = Encoding.UTF8.GetBytes(XeroSender.Payload(XeroSender.Event(), XeroSender.Event("CONTACT"), XeroSender.Event("CREDITNOTE", Guid.NewGuid())));
        var (read, refused, longest) = (0, 0, TimeSpan.Zero);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < Inputs; number++)
        {
            var input = Mutate(random, whole);
            var started = Stopwatch.GetTimestamp();
            var events = WebhookParser.Parse(input, Now);
            var took = Stopwatch.GetElapsedTime(started);
            longest = took > longest ? took : longest;
            (read, refused) = events is null ? (read, refused + 1) : (read + 1, refused);
            foreach (var change in events?.Changes ?? [])
            {
                Assert.True(Guid.TryParseExact(change.RemoteId, "D", out var id) && id != Guid.Empty, change.RemoteId);
                Assert.True(Guid.TryParseExact(change.OrganisationId.Value, "D", out var tenant) && tenant != Guid.Empty, change.OrganisationId.Value);
                Assert.True(Enum.IsDefined(change.Kind));
            }
        }

        Assert.True(read > Inputs / 20 && refused > Inputs / 20, $"{read} read, {refused} refused");
        Assert.True(longest < TimeSpan.FromSeconds(2), $"{longest}");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 * 1024 * 1024);
    }

    [Fact]
    [Trait("Security", "limits")]
    public void Parse_of_the_largest_bodies_ends_soon()
    {
        string[] bodies =
        [
            XeroSender.Payload(Enumerable.Repeat("{}", 85_000)), XeroSender.Payload(Enumerable.Repeat("0", 130_000)), new('[', WebhookBody.Most), new('"', WebhookBody.Most),
            XeroSender.Payload("{" + string.Join(',', Enumerable.Repeat("\"\":0", 50_000)) + "}"), XeroSender.Payload($"{{\"tenantId\":\"{new string('\\', 260_000)}\"}}"),
        ];
        var started = Stopwatch.GetTimestamp();
        foreach (var body in bodies)
        {
            Assert.Empty(Parse(body)?.Changes ?? []);
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    private static WebhookEvents? Parse(string body) => WebhookParser.Parse(Encoding.UTF8.GetBytes(body), Now);

    private static byte[] Mutate(Random random, byte[] whole)
    {
        if (random.Next(20) == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = whole.ToList();
        for (var change = random.Next(4); change >= 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, random.Next(Math.Min(bytes.Count - at, 40) + 1));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count + 1)).Take(random.Next(120)).ToList());
                    break;
                case 4 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
