using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>What a person asked for on the page: about one row by its own button, or about those that are ticked.</summary>
internal sealed record ReviewOrder
{
    private const string TakeBack = "back";
    private const string Choose = "choose";

    private static readonly Dictionary<string, RowChoice> Choices = new(StringComparer.Ordinal)
    {
        ["link"] = RowChoice.Link,
        [Choose] = RowChoice.Link,
        ["create"] = RowChoice.Create,
        ["ignore"] = RowChoice.Ignore,
    };

    /// <summary>What is decided; null to take decisions back.</summary>
    public RowChoice? Choice { get; init; }

    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>The other client that was chosen; null for the one that a row lists.</summary>
    public ClientId? Client { get; init; }

    /// <summary>True when another client was to be chosen.</summary>
    public bool IsChoice { get; init; }

    /// <summary>Why nothing can be done; null when something can.</summary>
    public string? Problem { get; init; }

    public static ReviewOrder Read(IFormCollection form)
    {
        if (form["one"].ToString().Split(':') is [var word, var number])
        {
            return Read(word, [number], form["client"].ToString());
        }

        return Read(form["action"].ToString(), form["row"].OfType<string>(), "");
    }

    public IReadOnlyList<RowDecision> Decisions(RowChoice choice) => [.. Rows.Select(row => new RowDecision(row, choice, Client))];

    private static ReviewOrder Read(string word, IEnumerable<string> numbers, string client)
    {
        List<int> rows = [.. numbers.Select(Number).OfType<int>().Distinct()];
        var order = new ReviewOrder { Rows = rows, IsChoice = word == Choose };
        return word switch
        {
            "" => order with { Problem = "No decision was chosen. Press the button of the decision that you mean." },
            _ when rows.Count == 0 => order with { Problem = "No row is ticked. Tick one or more, then choose what is decided about them." },
            Choose when !ClientId.TryParse(client, out _) => order with { Problem = "No client is chosen. Search for the client, choose it from the list, then press Link." },
            Choose => order with { Choice = RowChoice.Link, Client = ClientId.Parse(client, CultureInfo.InvariantCulture) },
            TakeBack => order,
            _ => Choices.TryGetValue(word, out var choice)
                ? order with { Choice = choice }
                : order with { Problem = "There is no such decision. Press one of the buttons." },
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
