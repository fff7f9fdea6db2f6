using System.Text;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>What no client should send. The emulator answers, keeps its books whole, and goes on.</summary>
public sealed class MonstrousTests
{
    private readonly Xero _xero = new();

    [Theory]
    [InlineData("Invoices", """{"Type":"ACCREC","Contact":{"Name":"M"},"LineItems":[{"Description":"x","Quantity":1e28,"UnitAmount":1e28,"AccountCode":"200"}]}""")]
    [InlineData("ManualJournals", """{"Narration":"M","JournalLines":[{"LineAmount":7e28,"AccountCode":"200"},{"LineAmount":7e28,"AccountCode":"400"}]}""")]
    [InlineData("Contacts", """[{"Name":"Before"},{"Name":"E\ud800"}]""")]
    public void Put_is_refused_leaves_no_half_and_holds_no_place(string endpoint, string body)
    {
        var before = _xero.Books.Contacts.Count;
        for (var call = 0; call < 7; call++)
        {
            Assert.Equal(400, _xero.Put($"/{endpoint}?summarizeErrors=false", body).Status);
        }

        Assert.Equal(before, _xero.Books.Contacts.Count);
    }

    [Fact]
    public void Get_as_xml_leaves_out_what_xml_cannot_hold()
    {
        _xero.Control.AddContact(_xero.Tenant, "E\u0001x");

        var answer = _xero.Send("GET", "/Contacts", null, ("Accept", null));

        Assert.Equal(200, answer.Status);
        Assert.Contains("<Name>Ex</Name>", Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void AdvanceClock_beyond_all_dates_is_refused_and_changes_nothing()
    {
        var now = _xero.Control.Now;

        Assert.Throws<ArgumentOutOfRangeException>(() => _xero.Control.AdvanceClock(TimeSpan.FromDays(9_999_999)));
        Assert.Equal(now, _xero.Control.Now);
    }

    [Fact]
    public void InjectFault_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => _xero.Control.InjectFault(new(FaultKind.Hang) { Probability = 7 }));

    [Fact]
    public void AddDocument_of_nobody_is_refused() =>
        Assert.Throws<ArgumentException>(() => _xero.Control.AddDocument(_xero.Tenant, Guid.Parse("00000000-0000-0000-0000-000000000001"), "ACCREC", "M-1", new(2026, 1, 1), 1));
}
