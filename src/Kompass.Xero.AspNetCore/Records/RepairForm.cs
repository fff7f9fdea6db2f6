namespace Kompass.Xero.AspNetCore;

/// <summary>What stands in the fields of a repair.</summary>
internal sealed record RepairForm
{
    public const int LongestReason = 500;

    public static readonly IReadOnlyList<(RepairAction Action, string Label)> Actions =
    [
        (RepairAction.Retry, "Retry: look at it anew in the next run"),
        (RepairAction.Skip, "Skip: neither send nor change it"),
        (RepairAction.Unskip, "Take skip back"),
        (RepairAction.Release, "Release: end a hold by my decision"),
        (RepairAction.Unlink, "Unlink: remove the link to Xero"),
        (RepairAction.Relink, "Relink: link one record to the id below"),
    ];

    public IReadOnlySet<string> Records { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> Groups { get; init; } = new HashSet<string>();

    /// <summary>The action; null while none is chosen.</summary>
    public RepairAction? Chosen { get; init; }

    public string Reason { get; init; } = "";

    public string RemoteId { get; init; } = "";

    public bool AllowsShared { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public static RepairForm Read(IFormCollection fields) => new()
    {
        Records = fields["record"].OfType<string>().ToHashSet(),
        Groups = fields["group"].OfType<string>().ToHashSet(),
        Chosen = Actions.Where(entry => entry.Action.ToString() == fields["action"].ToString()).Select(entry => (RepairAction?)entry.Action).FirstOrDefault(),
        Reason = fields["reason"].ToString().Trim(),
        RemoteId = fields["remote"].ToString().Trim(),
        AllowsShared = fields["shared"] == "true",
    };

    /// <summary>What is missing before anything is done.</summary>
    /// <param name="rows">What was ticked and is on the page.</param>
    /// <param name="gone">How many ticks stand for nothing on the page any more.</param>
    public IReadOnlyList<string> Check(IReadOnlyList<RecordRow> rows, int gone)
    {
        var problems = new List<string>();
        if (gone > 0)
        {
            problems.Add("What you ticked has changed meanwhile, or is no record of this configuration. Look at the list again, and at what is still ticked.");
        }
        else if (rows.Count == 0)
        {
            problems.Add("No record is ticked. Tick one or more.");
        }

        if (Chosen is null)
        {
            problems.Add("No action is chosen. Choose one.");
        }

        if (Reason.Length is 0 or > LongestReason)
        {
            problems.Add($"Say why, in at most {LongestReason} characters. The reason is kept in the audit trail.");
        }

        if (Chosen == RepairAction.Relink && (rows.Count > 1 || RemoteId.Length == 0))
        {
            problems.Add("Relink takes one record, and the id of the contact or document in Xero that it is to be linked to.");
        }

        return problems;
    }
}
