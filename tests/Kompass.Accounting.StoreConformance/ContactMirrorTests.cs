namespace Kompass.Accounting.StoreConformance;

/// <summary>The mirror of contacts: what every store must do.</summary>
public abstract class ContactMirrorTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private IContactMirror Mirror => Host.Mirror;

    [SkippableFact]
    public async Task Save_contacts_are_read_back_as_they_were()
    {
        RemoteContact[] contacts =
        [
            Make.Contact("x1", "Ünï & \"Söhne\" 日本", Now),
            new() { Id = new("x2"), Name = string.Empty, Status = ContactStatus.Active, UpdatedAt = Make.Instant },
        ];

        await Mirror.SaveAsync(Organisation, contacts, Make.Instant, None);

        Assert.Equal(contacts, await Mirror.GetAllAsync(Organisation, None));
        Assert.Equal(Make.Instant, await Mirror.GetWatermarkAsync(Organisation, None));
        Assert.Empty(await Mirror.GetAllAsync(OtherOrganisation, None));
        Assert.Null(await Mirror.GetWatermarkAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task Save_without_a_watermark_leaves_it()
    {
        await Mirror.SaveAsync(Organisation, [], Now, None);
        await Mirror.SaveAsync(Organisation, [Make.Contact("x1", "A", Now)], null, None);
        Assert.Equal(Now, await Mirror.GetWatermarkAsync(Organisation, None));

        await Mirror.SaveAsync(Organisation, [], Now.AddHours(1), None);
        Assert.Equal(Now.AddHours(1), await Mirror.GetWatermarkAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Save_newer_replaces_older_and_never_the_other_way()
    {
        await Mirror.SaveAsync(Organisation, [Make.Contact("x1", "second", Now.AddTicks(1))], null, None);
        await Mirror.SaveAsync(Organisation, [Make.Contact("x1", "first", Now)], null, None);
        Assert.Equal("second", Assert.Single(await Mirror.GetAllAsync(Organisation, None)).Name);

        await Mirror.SaveAsync(Organisation, [Make.Contact("x1", "same instant", Now.AddTicks(1))], null, None);
        Assert.Equal("same instant", Assert.Single(await Mirror.GetAllAsync(Organisation, None)).Name);
    }

    [SkippableFact]
    public async Task Save_a_contact_twice_in_one_call_keeps_the_newest()
    {
        await Mirror.SaveAsync(
            Organisation,
            [Make.Contact("x1", "middle", Now.AddTicks(1)), Make.Contact("x1", "newest", Now.AddTicks(2)), Make.Contact("x1", "oldest", Now)],
            null,
            None);

        Assert.Equal("newest", Assert.Single(await Mirror.GetAllAsync(Organisation, None)).Name);
    }

    [SkippableFact]
    public async Task Save_many_contacts_twice_keeps_each_once()
    {
        var contacts = Enumerable.Range(0, 2500).Select(number => Make.Contact($"x{number}", $"name {number}", Now)).ToList();

        await Mirror.SaveAsync(Organisation, contacts, Now, None);
        await Mirror.SaveAsync(Organisation, contacts.ConvertAll(contact => contact with { UpdatedAt = Now.AddSeconds(1) }), Now, None);

        var mirrored = await Mirror.GetAllAsync(Organisation, None);
        Assert.Equal(2500, mirrored.Count);
        Assert.All(mirrored, contact => Assert.Equal(Now.AddSeconds(1), contact.UpdatedAt));
    }

    [SkippableTheory]
    [InlineData("bay", "x3 x1 x2")]
    [InlineData("ÜBER", "x4")]
    [InlineData("X5", "x5")]
    [InlineData("%", "x5")]
    [InlineData("nowhere", "")]
    public async Task Search_finds_a_part_of_name_or_id_active_and_beginning_first(string text, string found)
    {
        RemoteContact[] contacts =
        [
            Active("x1", "The Bay"), Active("x2", "Bay View") with { Status = ContactStatus.Archived }, Active("x3", "bayside"),
            Active("x4", "Café Über"), Active("x5", "100 % Wool"),
        ];
        await Mirror.SaveAsync(Organisation, contacts, Now, None);
        await Mirror.SaveAsync(OtherOrganisation, [Make.Contact("x9", "Bay x5 über %", Now)], Now, None);

        var answer = await Mirror.SearchAsync(Organisation, text, 3, None);

        Assert.Equal(found, string.Join(' ', answer.Select(contact => contact.Id)));
        Assert.All(answer, contact => Assert.Contains(contact, contacts));
        Assert.Equal(answer.Take(1), await Mirror.SearchAsync(Organisation, text, 1, None));

        RemoteContact Active(string id, string name) => Make.Contact(id, name, Now) with { Status = ContactStatus.Active };
    }

    [SkippableFact]
    public async Task Save_from_racing_nodes_keeps_the_newest()
    {
        var hosts = Enumerable.Range(0, 3).Select(_ => Fixture.Start()).ToList();
        var newest = Now.AddSeconds(11);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => hosts[number % 3].Mirror.SaveAsync(
            Organisation,
            [.. Enumerable.Range(0, 20).Select(id => Make.Contact($"x{(number % 2 == 0 ? id : 19 - id)}", $"{number}", Now.AddSeconds(number)))],
            null,
            None))));

        var mirrored = await Mirror.GetAllAsync(Organisation, None);
        Assert.Equal(20, mirrored.Count);
        Assert.All(mirrored, contact => Assert.Equal(newest, contact.UpdatedAt));
    }
}
