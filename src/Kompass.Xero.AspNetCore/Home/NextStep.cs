namespace Kompass.Xero.AspNetCore;

/// <summary>The one thing that an administrator does next.</summary>
/// <param name="Text">What, and why.</param>
/// <param name="Link">What the link says; null when there is nothing to do.</param>
/// <param name="Path">Where it leads, below the prefix.</param>
internal sealed record NextStep(string Text, string? Link, string? Path)
{
    /// <summary>The first thing that stands between this configuration and a sync that needs nobody.</summary>
    public static NextStep Of(HomeModel home)
    {
        var configuration = home.Configuration;
        var own = $"/configurations/{configuration.Id}";
        return configuration switch
        {
            { PendingConnection: { } pending } => new($"Confirm that {pending.OrganisationName} is to take the place of the organisation before.", "Confirm", own + "/confirm"),
            { Connection: null } => new("Connect it: select it on the list, choose Authorize with Xero and click Go.", "Configurations", "/configurations"),
            { Connection.Loss: not null } => new("Reconnect: select it on the list, choose Authorize with Xero, and there the same organisation.", "Configurations", "/configurations"),
            { IsEnabled: false } when home.Interlock is { IsOpen: false } closed => new($"Reconcile the contacts. {closed.Explanation}", "Reconciliations", $"/reconciliations?configuration={configuration.Id}"),
            { DefaultAccountId: null } => new("Set the Account default, and choose the Sync modules.", "Open the configuration", own),
            { IsEnabled: false } => new("Choose the Sync modules, tick Enable and save.", "Open the configuration", own),
            { Backlog.ReleasedAt: null } => new("Look at what piled up, and release it below.", null, null),
            { IsPaused: true } => new("The sync is paused: resume it below when it may write again.", null, null),
            { Pilot: not null } => new("Look at what the pilot sent. When it is right, end the pilot below.", "Runs", $"/runs?configuration={configuration.Id}"),
            _ when home.Held > 0 => new($"{Texts.Count(home.Held, "record is", "records are")} held and {(home.Held == 1 ? "waits" : "wait")} for somebody.", "Records", $"/records?configuration={configuration.Id}"),
            _ when home.LastRun?.Outcome is SyncOutcome.Failed => new("The last run failed. Its message says what to do.", "Runs", $"/runs?configuration={configuration.Id}"),
            _ => new("Nothing: the sync needs nobody.", null, null),
        };
    }
}
