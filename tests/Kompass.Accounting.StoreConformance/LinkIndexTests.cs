namespace Kompass.Accounting.StoreConformance;

/// <summary>What people look through: what every store must do.</summary>
public abstract class LinkIndexTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    [SkippableFact]
    public async Task FindDocuments_answers_a_part_of_all_the_latest_first()
    {
        await SaveAsync(Document("i1", "INV-1", 1), Document("i2", "INV-2", 3), Document("i3", "INV-3", 2), Document("i4", null, 3));

        Assert.Equal(("i2 i4", 4), await FindAsync("", 0, 2));
        Assert.Equal(("i3 i1", 4), await FindAsync("", 2, 2));
        Assert.Equal(("", 4), await FindAsync("", 4, 2));
    }

    [SkippableTheory]
    [InlineData("inv-1", "i1")]
    [InlineData("I3", "i3")]
    [InlineData("remote-i2", "i2")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    public async Task FindDocuments_matches_number_and_both_ids(string text, string found)
    {
        await SaveAsync(Document("i1", "INV-1", 1), Document("i2", "INV-2", 2), Document("i3", null, 3));

        Assert.Equal((found, found.Length == 0 ? 0 : 1), await FindAsync(text, 0, 10));
    }

    [SkippableFact]
    public async Task FindContacts_matches_name_and_both_ids_page_by_page()
    {
        var lease = await AcquireAsync();
        await Host.Journal.RecordAsync(
            lease,
            new() { ContactLinks = [Contact("c1", "x1", "Ada Ltd"), Contact("c2", "x2", "Bay Ltd"), Contact("c3", "x3", null)] },
            None);

        Assert.Equal(("c1 c2", 2), await FindContactsAsync("LTD", 0, 10));
        Assert.Equal(("c3", 1), await FindContactsAsync("x3", 0, 10));
        Assert.Equal(("c3", 3), await FindContactsAsync("", 2, 10));
    }

    [SkippableFact]
    public async Task Drifted_are_those_that_somebody_has_to_look_at()
    {
        DocumentLink[] documents = [.. Enum.GetValues<DriftKind>().Select(kind => Drifted($"{kind}", new(kind, "\"drift\":{\"kind\":\"Paid\"", "")))];
        await SaveAsync([.. documents, Drifted("none", null), Drifted("nothing", null) with { Standing = null }]);
        var lease = await AcquireAsync();
        await Host.Journal.RecordAsync(
            lease,
            new()
            {
                ContactLinks =
                [
                    Contact("c1", "x1", "Ada") with { Drift = new(DriftKind.Archived, "", "") },
                    Contact("c2", "x2", "Bay") with { Drift = new(DriftKind.Touched, "", "") },
                    Contact("c3", "x3", "Cid") with { Drift = null },
                ],
            },
            None);

        string[] passing = [nameof(DriftKind.Touched), nameof(DriftKind.PartPaid), nameof(DriftKind.Paid)];
        Assert.Equal(
            documents.Select(link => link.InvoiceId.Value).Except(passing).Order(StringComparer.Ordinal),
            (await Host.LinkIndex.GetDriftedDocumentsAsync(Organisation, None)).Select(link => link.InvoiceId.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["c1"], (await Host.LinkIndex.GetDriftedContactsAsync(Organisation, None)).Select(link => link.ClientId.Value));
        Assert.Empty(await Host.LinkIndex.GetDriftedDocumentsAsync(OtherOrganisation, None));
    }

    private async Task<Lease> AcquireAsync() => (await Host.Journal.TryAcquireAsync(Organisation, "test", TimeSpan.FromMinutes(1), None))!;

    private static DocumentLink Document(string id, string? number, int day) =>
        Make.DocumentLink(Organisation, id, $"remote-{id}") with { Number = number, Date = new(2026, 1, day) };

    private static DocumentLink Drifted(string id, RecordDrift? drift)
    {
        var link = Document(id, id, 1);
        return link with { Standing = link.Standing! with { Drift = drift } };
    }

    private static ContactLink Contact(string client, string contact, string? name) =>
        Make.ContactLink(Organisation, client, contact) with { SentName = name };

    private async Task SaveAsync(params DocumentLink[] links)
    {
        var lease = await AcquireAsync();
        await Host.Journal.RecordAsync(lease, new() { DocumentLinks = links }, None);
        await Host.Journal.ReleaseAsync(lease, None);
    }

    private async Task<(string Ids, int Total)> FindAsync(string text, int skip, int take)
    {
        var (items, total) = await Host.LinkIndex.FindDocumentsAsync(Organisation, text, skip, take, None);
        return (string.Join(' ', items.Select(link => link.InvoiceId)), total);
    }

    private async Task<(string Ids, int Total)> FindContactsAsync(string text, int skip, int take)
    {
        var (items, total) = await Host.LinkIndex.FindContactsAsync(Organisation, text, skip, take, None);
        return (string.Join(' ', items.Select(link => link.ClientId)), total);
    }
}
