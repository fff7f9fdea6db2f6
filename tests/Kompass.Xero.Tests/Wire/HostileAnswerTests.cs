using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Kompass.Xero.Wire;

namespace Kompass.Xero.Tests;

/// <summary>Whatever is answered is read or refused, soon and without piling up memory.</summary>
[Trait("Security", "limits")]
public sealed class HostileAnswerTests
{
    /// <summary>The most that reading allocates for each byte that came in, beside a fixed share.</summary>
    private const int MostPerByte = 100;

    private const string Good =
        """
        {"Id":"1","Status":"OK","pagination":{"page":1,"pageSize":100,"pageCount":1,"itemCount":1},"Invoices":[{"InvoiceID":"bd2270c3-8706-4c11-9cfb-000b551c3f51",
        "Type":"ACCREC","InvoiceNumber":"I-1","Date":"/Date(1518685950940+0000)/","DueDate":"2026-04-01T00:00:00","Total":12.50,"HasErrors":true,
        "Contact":{"ContactID":"c","Name":"Acmé \u00e9","Balances":{"AccountsReceivable":{"Outstanding":1e2}}},
        "LineItems":[{"Description":"d","Quantity":"1.0000","Tracking":[{"Name":"n","Option":"o"}]}],
        "ValidationErrors":[{"Message":"bad"}]}],"Elements":[{"ValidationErrors":[{"Message":"bad"}]}],"Message":"m","Detail":"d"}
        """;

    public static TheoryData<string, int> Bombs => new()
    {
        { "deep arrays", 2_000_000 },
        { "deep objects", 2_000_000 },
        { "deep in an unknown member", 2_000_000 },
        { "many records", 2_000_000 },
        { "long number", 2_000_000 },
        { "long text", 2_000_000 },
        { "many members", 2_000_000 },
        { "escapes", 2_000_000 },
    };

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(64, false)]
    public void Answer_is_read_to_a_depth_of_thirty_two(int arrays, bool isRead)
    {
        var nested = $$"""{"Unknown":{{new string('[', arrays)}}{{new string(']', arrays)}},"Status":"OK","Detail":"told"}""";
        var failure = Record.Exception(() => JsonSerializer.Deserialize(nested, XeroJson.Default.Envelope));
        Assert.Equal(isRead, failure is null);
        Assert.True(failure is null or JsonException);
        Assert.Equal(isRead ? "told" : null, ErrorBody.Read(Encoding.UTF8.GetBytes(nested)).Detail);
        Assert.Equal(isRead ? "u" : null, AccessTokenClaims.Read(Token(nested.Replace("Detail", "xero_userid", StringComparison.Ordinal).Replace("told", "u", StringComparison.Ordinal))).UserId);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_is_defused_soon_and_in_little_memory(string kind, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(kind switch
        {
            "deep arrays" => new string('[', size),
            "deep objects" => string.Concat(Enumerable.Repeat("{\"a\":", size / 5)),
            "deep in an unknown member" => "{\"Unknown\":" + new string('[', size),
            "many records" => "{\"Items\":[" + string.Join(',', Enumerable.Repeat("{}", size / 3)) + "]}",
            "long number" => "{\"Items\":[{\"SalesDetails\":{\"UnitPrice\":" + new string('9', size) + "}}]}",
            "long text" => "{\"Status\":\"" + new string('x', size) + "\"}",
            "many members" => "{" + string.Join(',', Enumerable.Range(0, size / 12).Select(number => $"\"m{number:D6}\":1")) + "}",
            _ => "{\"Status\":\"" + string.Concat(Enumerable.Repeat("\\u0041", size / 6)) + "\"}",
        });
        Read(bytes);
        var started = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)MostPerByte * bytes.Length);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Damaged_answers_are_read_or_refused_and_nothing_else()
    {
        var good = Encoding.UTF8.GetBytes(Good);
        Assert.Equal("I-1", Read(good)!.Invoices![0].InvoiceNumber);
        var (seed, read, before) = (17u, 0, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < 30_000; round++)
        {
            var bytes = good.ToArray();
            for (var change = 0; change < 1 + (round % 6); change++)
            {
                seed = (seed * 1_664_525) + 1_013_904_223;
                bytes[(seed >> 8) % (uint)bytes.Length] = (byte)(seed >> 16);
            }

            read += Read(round % 3 == 0 ? bytes[..(int)((seed >> 8) % (uint)bytes.Length)] : bytes) is null ? 0 : 1;
        }

        Assert.InRange(read, 1_000, 29_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000L * MostPerByte * good.Length);
    }

    /// <summary>Reads an answer in each of the ways in which one is read; null where it is refused as an answer.</summary>
    private static Envelope? Read(byte[] bytes)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);
        Assert.NotNull(XeroErrors.From(response, bytes, "GET Items", isWrite: false));
        AccessTokenClaims.Read(Token(Encoding.Latin1.GetString(bytes)));
        try
        {
            return JsonSerializer.Deserialize(bytes, XeroJson.Default.Envelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Token(string payload) => $"h.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.Latin1.GetBytes(payload))}.s";
}
