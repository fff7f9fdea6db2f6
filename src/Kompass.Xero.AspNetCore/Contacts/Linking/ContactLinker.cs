namespace Kompass.Xero.AspNetCore;

/// <summary>Makes the link that a person asked for: at once when it is an ordinary one, otherwise as they confirmed it.</summary>
internal sealed class ContactLinker(IReconciler reconciler, IRecordRepair repair)
{
    /// <returns>The model, with a problem when nothing was linked.</returns>
    public async Task<ContactLinkModel> LinkAsync(ContactLinkModel model, string user, CancellationToken cancellationToken)
    {
        if (model is not { HasProblem: false, Check: { Client: { } client } check })
        {
            return model;
        }

        if (check.Doubts.Count == 0)
        {
            return await LinkAsync(model, client.Id, check.Contact.Id, user, cancellationToken);
        }

        model = model with
        {
            ConfirmProblem = model.IsConfirmed ? null : "Nothing was linked yet. Look at what was found, then tick this to link them all the same, or choose another contact.",
            ReasonProblem = model.Reason.Length is > 0 and <= RepairForm.LongestReason
                ? null
                : $"Say why, in at most {RepairForm.LongestReason} characters. The reason is kept in the audit trail.",
        };
        return model.HasProblem ? model : await RelinkAsync(model, check, new(user, model.Reason), cancellationToken);
    }

    private async Task<ContactLinkModel> LinkAsync(
        ContactLinkModel model, ClientId client, RemoteContactId contact, string user, CancellationToken cancellationToken)
    {
        try
        {
            await reconciler.LinkAsync(model.Selection.Current!.Id, client, contact, user, cancellationToken);
            return model;
        }
        catch (Exception refused) when (refused is ConfigurationException or LinkConflictException or RemoteLedgerException)
        {
            return model with { UuidProblem = refused.Message };
        }
    }

    private async Task<ContactLinkModel> RelinkAsync(ContactLinkModel model, ContactLinkCheck check, RepairOrder order, CancellationToken cancellationToken)
    {
        var isShared = check.Doubts.Any(doubt => doubt.Kind == LinkDoubtKind.ContactTaken);
        var relink = new RecordRelink(RecordKey.Of(check.Client!.Id), check.Contact.Id.Value, isShared);
        var results = await repair.RelinkAsync(model.Selection.Current!.Id, [relink], order, cancellationToken);
        return results[0].IsDone ? model : model with { UuidProblem = results[0].Message };
    }
}
