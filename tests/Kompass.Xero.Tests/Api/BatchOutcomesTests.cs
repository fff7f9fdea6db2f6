using Kompass.Xero.Wire;

namespace Kompass.Xero.Tests;

public sealed class BatchOutcomesTests
{
    private static readonly MessageDto[] Taken = [new() { Message = "Invoice # must be unique." }];

    [Fact]
    public void Read_create_stored_and_refused_elements_are_told_apart()
    {
        var outcomes = Create(["1", "2"], Stored(1, "1"), new() { InvoiceID = Guid.Empty.ToString(), InvoiceNumber = "2", StatusAttributeString = "ERROR", ValidationErrors = Taken });

        Assert.Equal([ElementFate.Stored, ElementFate.Refused], outcomes.Select(o => o.Fate));
        Assert.Equal(["Invoice # must be unique."], outcomes[1].Errors);
    }

    [Fact]
    public void Read_create_order_changed_by_xero_is_put_right_by_the_key()
    {
        var outcomes = Create(["1", "2", "3"], Stored(3, "3"), Stored(1, "1"), Stored(2, "2"));

        Assert.Equal([Contacts.Id(1), Contacts.Id(2), Contacts.Id(3)], outcomes.Select(o => o.Element!.InvoiceID));
    }

    [Fact]
    public void Read_create_element_missing_from_the_answer_is_unknown()
    {
        var outcomes = Create(["1", "2"], Stored(1, "1"));

        Assert.Equal([ElementFate.Stored, ElementFate.Unknown], outcomes.Select(o => o.Fate));
    }

    [Fact]
    public void Read_create_number_that_is_not_ours_is_unknown() =>
        Assert.Equal(ElementFate.Unknown, Create(["1"], Stored(1, "INV-0099"))[0].Fate);

    [Fact]
    public void Read_create_same_key_twice_in_the_answer_is_not_guessed()
    {
        var outcomes = Create(["9", "1"], Stored(1, "1"), Stored(9, "9x"), Stored(2, "1"));

        Assert.Equal([ElementFate.Unknown, ElementFate.Unknown], outcomes.Select(o => o.Fate));
    }

    [Fact]
    public void Read_create_id_beside_messages_without_refusal_is_unknown() =>
        Assert.Equal(ElementFate.Unknown, Create(["1"], Stored(1, "1") with { StatusAttributeString = "OK", ValidationErrors = Taken })[0].Fate);

    [Fact]
    public void Read_create_zero_id_without_status_is_refused() =>
        Assert.Equal(ElementFate.Refused, Create(["1"], new InvoiceDto { InvoiceID = Guid.Empty.ToString(), InvoiceNumber = "1" })[0].Fate);

    [Fact]
    public void Read_warnings_are_surfaced_and_no_refusal()
    {
        var outcome = Create(["1"], Stored(1, "1") with { StatusAttributeString = "WARNING", Warnings = [new() { Message = "Account code '476' has been removed" }] })[0];

        Assert.Equal(ElementFate.Stored, outcome.Fate);
        Assert.Equal(["Account code '476' has been removed"], outcome.Warnings);
    }

    [Fact]
    public void Read_refusal_contains_the_messages_of_lines()
    {
        var outcome = Create(
            ["1"],
            new InvoiceDto
            {
                InvoiceNumber = "1",
                StatusAttributeString = "ERROR",
                LineItems = [new() { ValidationErrors = [new() { Message = "Account code must be specified" }] }],
            })[0];

        Assert.Equal(["Account code must be specified"], outcome.Errors);
    }

    [Fact]
    public void Read_update_is_confirmed_by_the_id_and_refused_by_messages()
    {
        List<InvoiceWrite> sent = [new() { InvoiceID = Contacts.Id(1) }, new() { InvoiceID = Contacts.Id(2) }];
        var outcomes = BatchOutcomes.Read(
            XeroResources.Invoices, sent, [Stored(2, "2") with { ValidationErrors = Taken }, Stored(1, "1")], isCreate: false);

        Assert.Equal([ElementFate.Stored, ElementFate.Refused], outcomes.Select(o => o.Fate));
    }

    [Fact]
    public void Read_create_journal_is_confirmed_by_its_marker()
    {
        var outcomes = BatchOutcomes.Read(
            XeroResources.ManualJournals,
            [new ManualJournalWrite { Narration = "Line one\r\nline two [KB:JRN:1:r1]" }, new ManualJournalWrite { Narration = "Same [KB:JRN:2:r1]" }],
            [
                new ManualJournalDto { ManualJournalID = Contacts.Id(1), Narration = "Line one\nline two [KB:JRN:1:r1]" },
                new ManualJournalDto { ManualJournalID = Contacts.Id(2), Narration = "Same [KB:JRN:3:r1]" },
            ],
            isCreate: true);

        Assert.Equal([ElementFate.Stored, ElementFate.Unknown], outcomes.Select(o => o.Fate));
    }

    private static InvoiceDto Stored(int id, string number) => new() { InvoiceID = Contacts.Id(id), InvoiceNumber = number };

    private static IReadOnlyList<ElementOutcome<InvoiceDto>> Create(string[] sent, params InvoiceDto[] received) =>
        BatchOutcomes.Read(XeroResources.Invoices, [.. sent.Select(n => new InvoiceWrite { InvoiceNumber = n })], received, isCreate: true);
}
