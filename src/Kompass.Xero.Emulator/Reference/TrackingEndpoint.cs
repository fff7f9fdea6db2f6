namespace Kompass.Xero.Emulator;

/// <summary><c>/TrackingCategories</c>, for reading.</summary>
internal sealed class TrackingEndpoint : Endpoint
{
    public override string Name => "TrackingCategories";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public override EmulatedResponse Handle(AccountingCall call)
    {
        if (call.Request.Method != "GET")
        {
            return Errors.NotImplemented();
        }

        var categories = call.State.Tracking.Where(category => category.Status == "ACTIVE" || call.Flag("includeArchived")).ToList();
        if (call.Segments.Count > 0)
        {
            categories = Guid.TryParse(call.Segments[0], out var id) ? call.State.Tracking.FindAll(category => category.Id == id).ToList() : [];
            if (categories.Count == 0 || call.Segments.Count > 1)
            {
                return Errors.NotFound();
            }
        }

        return Answers.List(call, Name, categories, (writer, category) =>
        {
            writer.WriteString("Name", category.Name);
            writer.WriteString("Status", category.Status);
            writer.WriteString("TrackingCategoryID", category.Id);
            writer.WriteStartArray("Options");
            foreach (var (optionId, name) in category.Options.OrderBy(option => option.Value, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("TrackingOptionID", optionId);
                writer.WriteString("Name", name);
                writer.WriteString("Status", "ACTIVE");
                writer.WriteBoolean("HasValidationErrors", false);
                writer.WriteBoolean("IsDeleted", false);
                writer.WriteBoolean("IsArchived", false);
                writer.WriteBoolean("IsActive", true);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
