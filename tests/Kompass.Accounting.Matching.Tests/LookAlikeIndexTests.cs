using CsCheck;

namespace Kompass.Accounting.Matching.Tests;

public sealed class LookAlikeIndexTests
{
    private static MatchRecord Query(string name, string? postalCode = null) => new() { Key = "new", Name = name, PostalCode = postalCode };

    [Fact]
    public void Find_reports_what_looks_alike_and_why()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Acme Tooling Ltd", "Larkfield Joinery Ltd"));

        var found = Assert.Single(index.Find(Query("ACME Tooling Limited")));

        Assert.Equal(("R1", MatchBand.High, "same name apart from Limited / Ltd"), (found.RightKey, found.Band, found.Reason));
    }

    [Fact]
    public void Find_equal_look_alikes_are_both_reported_with_full_confidence()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Acme Tooling Ltd", "Acme Tooling Ltd"));

        Assert.Equal(["R1", "R2"], index.Find(Query("Acme Tooling Ltd"), MatchBand.High).Select(c => c.RightKey));
    }

    [Fact]
    public void Find_numbered_sister_is_no_look_alike()
    {
        Assert.Empty(Given.Matcher.CreateIndex(Given.Right("Riverside Unit 1 Ltd")).Find(Query("Riverside Unit 2 Ltd")));
    }

    [Fact]
    public void Find_band_and_maximum_limit_the_answer()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Cobblestone Renovations", "Cobblestone", "Cobblestone Ltd"));

        Assert.Equal(["R2", "R3", "R1"], index.Find(Query("Cobblestone"), MatchBand.Low).Select(c => c.RightKey));
        Assert.Equal(["R2", "R3"], index.Find(Query("Cobblestone"), MatchBand.High).Select(c => c.RightKey));
        Assert.Single(index.Find(Query("Cobblestone"), maximum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(Query("Cobblestone"), maximum: 0));
    }

    [Fact]
    public void Find_never_reports_more_than_the_options_of_the_index_allow()
    {
        var records = Enumerable.Range(0, 30).Select(i => new MatchRecord { Key = $"k{i:D2}", Name = "Acme Tooling" }).ToList();

        Assert.Equal(20, Given.Matcher.CreateIndex(records).Find(Query("Acme Tooling"), maximum: 100).Count);
        Assert.Equal(3, Given.Matcher.CreateIndex(records, new() { MaximumCandidates = 3 }).Find(Query("Acme Tooling")).Count);
        Assert.Equal(30, Given.Matcher.CreateIndex(records, new() { MaximumCandidates = 1000 }).Find(Query("Acme Tooling"), maximum: 100).Count);
    }

    [Theory]
    [InlineData("Acme Joinery Services", "Acme Joinery Services", 5)]
    [InlineData("Acme Joinery Services", "Acme Joinery Holdings", 0)]
    [InlineData("Acme Joinery Services Trading", "Trading Services Joinery Acme Ltd", 5)]
    public void Find_among_thousands_of_the_same_words_looks_at_some_only(string known, string asked, int expected)
    {
        var bench = new Bench();
        for (var i = 0; i < 10_000; i++)
        {
            bench.Right(new() { Key = $"k{i:D5}", Name = known });
        }

        var query = bench.Read(Query(asked));

        Assert.True(bench.Cost(query, isBrief: false) >= 10_000);
        Assert.InRange(bench.Cost(query, isBrief: true), 1, 2 * 2_500);
        Assert.Equal(expected, Given.Matcher.CreateIndex(Given.Right([.. Enumerable.Repeat(known, 10_000)])).Find(Query(asked)).Count);
    }

    [Fact]
    public void Calls_that_make_no_sense_are_refused_and_change_nothing()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Acme Tooling"));

        Assert.Throws<ArgumentNullException>(() => index.Find(null!));
        Assert.Throws<ArgumentException>(() => index.Find(new() { Key = null!, Name = "Acme Tooling" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(Query("Acme Tooling"), (MatchBand)7));
        Assert.Throws<ArgumentNullException>(() => index.Upsert(null!));
        Assert.Throws<ArgumentException>(() => index.Upsert(new() { Key = null!, Name = "Acme Tooling" }));
        Assert.Throws<ArgumentNullException>(() => index.Remove(null!));
        Assert.Equal("R1", Assert.Single(index.Find(Query("Acme Tooling"))).RightKey);
    }

    [Fact]
    public void Upsert_new_record_is_found()
    {
        var index = Given.Matcher.CreateIndex([]);
        Assert.Empty(index.Find(Query("Acme Tooling")));

        index.Upsert(new() { Key = "a", Name = "Acme Tooling" });

        Assert.Equal("a", Assert.Single(index.Find(Query("Acme Tooling"))).RightKey);
    }

    [Fact]
    public void Upsert_same_key_replaces_the_record()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Acme Tooling"));

        index.Upsert(new() { Key = "R1", Name = "Larkfield Joinery" });

        Assert.Empty(index.Find(Query("Acme Tooling")));
        Assert.Equal("R1", Assert.Single(index.Find(Query("Larkfield Joinery"))).RightKey);
    }

    [Fact]
    public void Remove_record_is_no_longer_found_and_its_place_is_used_again()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("Acme Tooling", "Larkfield Joinery"));

        index.Remove("R1");
        index.Remove("unknown");
        index.Upsert(new() { Key = "R3", Name = "Selby Timber" });

        Assert.Empty(index.Find(Query("Acme Tooling"), MatchBand.Low));
        Assert.Equal("R2", Assert.Single(index.Find(Query("Larkfield Joinery"))).RightKey);
        Assert.Equal("R3", Assert.Single(index.Find(Query("Selby Timber"))).RightKey);
    }

    [Fact]
    public void Find_after_any_changes_answers_like_a_fresh_index()
    {
        string[] words = ["Acme", "Larkfield", "Selby", "Joinery", "Timber", "Ltd", "Group", "2"];
        var change = Gen.Select(Gen.Int[0, 9], Gen.OneOf(words).Array[0, 3]);
        change.Array[0, 40].Sample(changes =>
        {
            var index = Given.Matcher.CreateIndex([]);
            var records = new Dictionary<string, MatchRecord>();
            foreach (var (key, name) in changes)
            {
                var record = new MatchRecord { Key = $"k{key}", Name = string.Join(' ', name), PostalCode = name.Length > 1 ? "LS1 1AA" : null };
                if (name.Length == 0)
                {
                    index.Remove(record.Key);
                    records.Remove(record.Key);
                }
                else
                {
                    index.Upsert(record);
                    records[record.Key] = record;
                }
            }

            var fresh = Given.Matcher.CreateIndex(records.Values);
            Assert.All(words, word => Assert.Equal(fresh.Find(Query(word + " Joinery", "LS1 1AA"), MatchBand.None), index.Find(Query(word + " Joinery", "LS1 1AA"), MatchBand.None)));
        }, iter: 60);
    }

    [Fact]
    public void Upsert_changed_contact_is_found_by_its_new_name_only()
    {
        string[] names = ["Acme Tooling Ltd", "Larkfield Joinery", "Selby Timber GmbH", "Quantock Freight plc", "Harrogate Glass", "Müller Optik", "Riverside Unit 1", "J Micklethwaite"];
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(names)).Array[1, 60].Sample(changes =>
        {
            var index = Given.Matcher.CreateIndex([]);
            var now = new Dictionary<string, string>();
            foreach (var (key, name) in changes)
            {
                index.Upsert(new() { Key = $"k{key}", Name = name });
                now[$"k{key}"] = name;

                Assert.All(names, n => Assert.Equal(
                    now.Where(pair => pair.Value == n).Select(pair => pair.Key).Order(StringComparer.Ordinal),
                    index.Find(Query(n), MatchBand.Medium, 10).Select(c => c.RightKey)));
            }
        }, iter: 30);
    }

    [Fact]
    public void Upsert_changed_fields_are_found_by_the_new_ones_only()
    {
        var index = Given.Matcher.CreateIndex([new MatchRecord { Key = "a", Name = "Acme Tooling", CompanyNumber = "123456" }]);

        index.Upsert(new() { Key = "a", Name = "Acme Tooling", CompanyNumber = "654321" });

        Assert.Empty(index.Find(new() { Key = "q", Name = "Quantock", CompanyNumber = "123456" }, MatchBand.None));
        Assert.Equal("a", Assert.Single(index.Find(new() { Key = "q", Name = "Quantock", CompanyNumber = "654321" }, MatchBand.None)).RightKey);
    }

    [Fact]
    public void Find_while_others_write_never_fails()
    {
        var index = Given.Matcher.CreateIndex([]);

        Enumerable.Range(0, 400).AsParallel().WithDegreeOfParallelism(4).ForAll(i =>
        {
            index.Upsert(new() { Key = $"k{i % 20}", Name = $"Acme Tooling {i % 7}" });
            index.Find(Query("Acme Tooling 3"));
            index.Remove($"k{(i + 5) % 20}");
        });

        index.Upsert(new() { Key = "last", Name = "Larkfield Joinery" });
        Assert.Equal("last", Assert.Single(index.Find(Query("Larkfield Joinery"))).RightKey);
    }
}
