using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary><c>/TrackingCategories/{id}/Options</c>.</summary>
internal static class TrackingOptions
{
    public static EmulatedResponse Handle(AccountingCall call, EmulatedTrackingCategory category)
    {
        if (call.Segments.Count == 2)
        {
            return call.Request.Method == "PUT" ? Add(call, category) : Errors.NotImplemented();
        }

        if (call.Segments.Count > 3 || !Guid.TryParse(call.Segments[2], out var id) || !category.Options.TryGetValue(id, out var name))
        {
            return Errors.NotFound();
        }

        return call.Request.Method switch
        {
            "POST" => Rename(call, category, id),
            "DELETE" => Show(call, category with { Options = category.Options.Remove(id) }, [KeyValuePair.Create(id, name)]),
            _ => Errors.NotImplemented(),
        };
    }

    public static void Write(Utf8JsonWriter writer, KeyValuePair<Guid, string> option)
    {
        writer.WriteString("TrackingOptionID", option.Key);
        writer.WriteString("Name", option.Value);
        writer.WriteString("Status", "ACTIVE");
        writer.WriteBoolean("HasValidationErrors", false);
        writer.WriteBoolean("IsDeleted", false);
        writer.WriteBoolean("IsArchived", false);
        writer.WriteBoolean("IsActive", true);
    }

    private static EmulatedResponse Add(AccountingCall call, EmulatedTrackingCategory category)
    {
        var added = new List<KeyValuePair<Guid, string>>();
        foreach (var sent in call.ReadElements("Options"))
        {
            var name = TrackingEndpoint.Named(sent, IsTaken(category, null), out var refusal);
            if (refusal is not null)
            {
                return TrackingEndpoint.Refuse(refusal);
            }

            var option = KeyValuePair.Create(call.Context.Ids.Next(), name);
            added.Add(option);
            category = category with { Options = category.Options.Add(option.Key, option.Value) };
        }

        return added.Count == 0 ? Errors.NoData() : Show(call, category, added);
    }

    private static EmulatedResponse Rename(AccountingCall call, EmulatedTrackingCategory category, Guid id)
    {
        if (call.ReadElements("Options", single: true) is not [var sent])
        {
            return Errors.NoData();
        }

        var name = TrackingEndpoint.Named(sent, IsTaken(category, id), out var refusal);
        return refusal is null
            ? Show(call, category with { Options = category.Options.SetItem(id, name) }, [KeyValuePair.Create(id, name)])
            : TrackingEndpoint.Refuse(refusal);
    }

    private static Func<string, bool> IsTaken(EmulatedTrackingCategory category, Guid? except) => name =>
        category.Options.Any(other => other.Key != except && other.Value.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static EmulatedResponse Show(AccountingCall call, EmulatedTrackingCategory category, IReadOnlyList<KeyValuePair<Guid, string>> options)
    {
        TrackingEndpoint.Save(call, category);
        return Answers.List(call, "Options", options, Write);
    }
}
