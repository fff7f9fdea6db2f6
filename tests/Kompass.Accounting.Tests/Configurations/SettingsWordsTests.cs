namespace Kompass.Accounting.Tests;

/// <summary>What the audit trail says of a changed configuration.</summary>
public sealed class SettingsWordsTests
{
    private static readonly SyncConfiguration Plain = Build.Configuration();

    [Fact]
    public void Difference_names_a_setting_as_a_person_does()
    {
        Assert.Equal(
            ("Account default: (none); Enabled: no", "Account default: 200; Enabled: yes"),
            SettingsWords.Difference(Plain with { DefaultAccountId = null, IsEnabled = false }, Plain with { DefaultAccountId = "200", IsEnabled = true }));
    }

    [Fact]
    public void Difference_tells_a_pilot_in_a_sentence()
    {
        var pilot = new Pilot(new([new("7"), new("8")], [new("C2")]), "ada", Build.Now);

        Assert.Equal(
            ("Pilot: (none)", "Pilot: documents 7, 8 and client C2, begun by ada"),
            SettingsWords.Difference(Plain, Plain with { Pilot = pilot }));
    }

    [Fact]
    public void Difference_tells_a_backlog_an_override_and_reminders_in_a_sentence()
    {
        var since = new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);
        var waiting = new HeldBacklog(since, Build.Now, new() { InvoicesCreated = 12 });
        var organisation = Plain.Connection!.OrganisationId;

        Assert.Equal(
            ("Backlog: 12 changes since 2026-10-01, waiting", "Backlog: 12 changes since 2026-10-01, released by ada"),
            SettingsWords.Difference(Plain with { Backlog = waiting }, Plain with { Backlog = waiting with { ReleasedAt = Build.Now, ReleasedBy = "ada" } }));
        Assert.Equal(
            ("Interlock override: (none)", "Interlock override: by ada: Checked by hand"),
            SettingsWords.Difference(Plain, Plain with { InterlockOverride = new("ada", Build.Now, "Checked by hand", organisation) }));
        Assert.Equal(
            ("Reminders: (none)", "Reminders: acknowledged by ada, with 3 overdue documents"),
            SettingsWords.Difference(Plain, Plain with { Reminders = new("ada", Build.Now, 3, organisation) }));
    }
}
