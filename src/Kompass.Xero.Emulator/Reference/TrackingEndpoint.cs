using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/TrackingCategories</c> with their options: at most two active ones, four in all.</summary>
internal sealed class TrackingEndpoint : Endpoint
{
    public const int MostActive = 2;
    public const int MostInAll = 4;
    private const int LongestName = 100;

    public override string Name => "TrackingCategories";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public override EmulatedResponse Handle(AccountingCall call)
    {
        if (call.Segments.Count == 0)
        {
            return call.Request.Method switch
            {
                "GET" => Show(call, [.. call.State.Tracking.Where(category => category.Status == "ACTIVE" || call.Flag("includeArchived"))]),
                "PUT" => Create(call),
                _ => Errors.NotImplemented(),
            };
        }

        if (!Guid.TryParse(call.Segments[0], out var id) || call.State.Tracking.Find(known => known.Id == id) is not { } category)
        {
            return Errors.NotFound();
        }

        return (call.Request.Method, call.Segments.Count) switch
        {
            ("GET", 1) => Show(call, [category]),
            ("POST", 1) => Update(call, category),
            ("DELETE", 1) => Save(call, category with { Status = "DELETED" }),
            (_, > 1) when call.Segments[1].Equals("Options", StringComparison.OrdinalIgnoreCase) => TrackingOptions.Handle(call, category),
            (_, > 1) => Errors.NotFound(),
            _ => Errors.NotImplemented(),
        };
    }

    /// <summary>The name that was sent, or why it is refused.</summary>
    internal static string Named(JsonObject sent, Func<string, bool> isTaken, out string? refusal)
    {
        var name = sent.Text("Name")?.Trim() ?? "";
        refusal = name.Length is 0 or > LongestName ? $"The name must have between 1 and {LongestName} characters."
            : isTaken(name) ? $"The name {name} is already in use."
            : null;
        return name;
    }

    internal static EmulatedResponse Refuse(string message) =>
        Answers.ValidationFailure([writer => writer.WriteMessages("ValidationErrors", [message])]);

    /// <summary>Keeps a category and shows it.</summary>
    internal static EmulatedResponse Save(AccountingCall call, EmulatedTrackingCategory category)
    {
        var index = call.State.Tracking.FindIndex(known => known.Id == category.Id);
        var kept = index < 0 ? call.State.Tracking.Add(category)
            : category.Status == "DELETED" ? call.State.Tracking.RemoveAt(index)
            : call.State.Tracking.SetItem(index, category);
        call.State = call.State with { Tracking = kept };
        return Show(call, [category]);
    }

    private static EmulatedResponse Create(AccountingCall call)
    {
        if (call.ReadElements("TrackingCategories", single: true) is not [var sent])
        {
            return Errors.NoData();
        }

        var name = Named(sent, IsTaken(call, null), out var refusal);
        var active = call.State.Tracking.Count(category => category.Status == "ACTIVE");
        refusal ??= active >= MostActive || call.State.Tracking.Count >= MostInAll
            ? $"An organisation can have {MostActive} active tracking categories and {MostInAll} in all."
            : null;
        return refusal is null
            ? Save(call, new EmulatedTrackingCategory(call.Context.Ids.Next(), name, "ACTIVE", System.Collections.Immutable.ImmutableDictionary<Guid, string>.Empty))
            : Refuse(refusal);
    }

    private static EmulatedResponse Update(AccountingCall call, EmulatedTrackingCategory category)
    {
        if (call.ReadElements("TrackingCategories", single: true) is not [var sent])
        {
            return Errors.NoData();
        }

        var status = sent.Text("Status")?.ToUpperInvariant() ?? category.Status;
        var refusal = status is "ACTIVE" or "ARCHIVED" ? null : $"The status {status} is not valid.";
        var name = sent.Sent("Name") ? Named(sent, IsTaken(call, category.Id), out refusal) : category.Name;
        return refusal is null ? Save(call, category with { Name = name, Status = status }) : Refuse(refusal);
    }

    private static Func<string, bool> IsTaken(AccountingCall call, Guid? except) => name =>
        call.State.Tracking.Exists(other => other.Id != except && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static EmulatedResponse Show(AccountingCall call, IReadOnlyList<EmulatedTrackingCategory> categories) =>
        Answers.List(call, "TrackingCategories", categories, (writer, category) =>
        {
            writer.WriteString("Name", category.Name);
            writer.WriteString("Status", category.Status);
            writer.WriteString("TrackingCategoryID", category.Id);
            writer.WriteStartArray("Options");
            foreach (var option in category.Options.OrderBy(option => option.Value, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                TrackingOptions.Write(writer, option);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
