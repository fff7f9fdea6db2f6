namespace Quickstart;

/// <summary>A row of the CSV as a person sees it in a spreadsheet. Only the decision and the client may be edited.</summary>
internal sealed class ReviewRow(IDictionary<string, string> cells)
{
    public string ContactId => cells["xero_uuid"];

    public string Band => cells["band"];

    public string Status => cells["status"];

    public string ClientId
    {
        get => cells["kompass_id"];
        set => cells["kompass_id"] = value;
    }

    public string Decision
    {
        get => cells["decision"];
        set => cells["decision"] = value;
    }
}
