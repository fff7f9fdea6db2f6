using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>Each sentence of the article that describes the workflow is shown to be true by a test that names it: trait <c>Article</c>.</summary>
public sealed partial class ArticleTests
{
    // How many sentences each part has: Overview, Prerequisites, the five steps, Disconnecting.
    private static readonly (string Part, int Sentences)[] Parts =
        [("O", 2), ("P", 4), ("1", 7), ("2", 10), ("3", 18), ("4", 8), ("5", 5), ("D", 7)];

    private static IReadOnlyList<string> Sentences => [.. Parts.SelectMany(part => Enumerable.Range(1, part.Sentences).Select(number => $"{part.Part}.{number}"))];

    [Fact]
    public void Sentences_are_each_cited_by_a_test()
    {
        Assert.Equal(61, Sentences.Count);
        Assert.Empty(Sentences.Except(Cited()));
    }

    [Fact]
    public void Citations_are_of_sentences_that_exist() => Assert.Empty(Cited().Except(Sentences));

    private static HashSet<string> Cited() =>
    [
        .. Repository.Under("tests/", ".cs")
            .SelectMany(file => Citation().Matches(file.Text).Select(match => match.Groups[1].Value)),
    ];

    [GeneratedRegex("""\[Trait\("Article", "([^"]+)"\)\]""")]
    private static partial Regex Citation();
}
