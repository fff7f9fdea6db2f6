using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Reads the tracking of a line: at most two categories, by name or by id.</summary>
internal static class TrackingReader
{
    public static ImmutableList<EmulatedTracking> Read(
        BooksState state, JsonObject line, ImmutableList<EmulatedTracking> kept, Action<string> refuse)
    {
        if (line.Children("Tracking") is not { } sent)
        {
            return kept;
        }

        if (sent.Count > 2)
        {
            refuse("A line can have at most 2 tracking categories.");
        }

        var tracking = ImmutableList.CreateBuilder<EmulatedTracking>();
        foreach (var choice in sent)
        {
            var categoryId = choice.Id("TrackingCategoryID");
            var name = choice.Text("Name");
            var category = state.Tracking.Find(known => known.Status == "ACTIVE"
                && (categoryId is { } id ? known.Id == id : string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)));
            var optionId = choice.Id("TrackingOptionID");
            var option = choice.Text("Option");
            var found = category?.Options.FirstOrDefault(known =>
                optionId is { } id ? known.Key == id : string.Equals(known.Value, option, StringComparison.OrdinalIgnoreCase));
            if (category is null || found is not { Value: not null } chosen)
            {
                refuse($"The tracking option '{name}: {option}' does not exist.");
                continue;
            }

            if (tracking.Any(earlier => earlier.CategoryId == category.Id))
            {
                refuse($"The tracking category '{category.Name}' is used more than once on a line.");
                continue;
            }

            tracking.Add(new EmulatedTracking(category.Id, chosen.Key, category.Name, chosen.Value));
        }

        return tracking.ToImmutable();
    }
}
