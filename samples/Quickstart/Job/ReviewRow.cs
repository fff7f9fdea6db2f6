namespace Quickstart;

/// <summary>A row of the CSV as a person sees it in a spreadsheet. Only the decision and the client may be edited.</summary>
internal sealed class ReviewRow(IDictionary<string, object> cells)
{
    public string ContactId => (string)cells["xero_uuid"];

    public string Band => (string)cells["band"];

    public string Status => (string)cells["status"];

    public string ClientId
    {
        get => (string)cells["kompass_id"];
        set => cells["kompass_id"] = value;
    }

    public string Decision
    {
        get => (string)cells["decision"];
        set => cells["decision"] = value;
    }
}
