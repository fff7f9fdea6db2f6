using Kompass.Accounting;
using static Kompass.EndToEnd.Tests.RepairRig;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a decision must say before anything is done: which record, who decides, and why.</summary>
public sealed class RepairOrderTests
{
    private static IReadOnlyDictionary<string, Func<Rig, string, Task>> Acts { get; } = new Dictionary<string, Func<Rig, string, Task>>
    {
        ["create"] = (rig, actor) => Manager(rig).CreateAsync([new("KO9")], actor, default),
        ["update"] = (rig, actor) => Manager(rig).UpdateAsync(rig.Id, configuration => configuration, actor, default),
        ["override"] = (rig, actor) => Manager(rig).OverrideInterlockAsync(rig.Id, actor, "Because.", default),
        ["release"] = (rig, actor) => Manager(rig).ReleaseBacklogAsync(rig.Id, actor, default),
        ["reminders"] = (rig, actor) => Manager(rig).AcknowledgeRemindersAsync(rig.Id, actor, default),
        ["pilot"] = (rig, actor) => Manager(rig).BeginPilotAsync(rig.Id, new([], [new("C1")]), actor, default),
        ["end of pilot"] = (rig, actor) => Manager(rig).EndPilotAsync(rig.Id, actor, default),
        ["mappings"] = (rig, actor) => Manager(rig).SaveMappingsAsync(rig.Id, MappingKind.Item, [], actor, default),
        ["compare"] = (rig, actor) => rig.Process.Get<IReconciler>().CompareAsync(rig.Id, actor, null, default),
        ["import"] = (rig, actor) => rig.Process.Get<IReconciler>().ImportAsync(rig.Id, Stream.Null, new(actor, DryRun: false), default),
        ["link"] = (rig, actor) => rig.Process.Get<IReconciler>().LinkAsync(rig.Id, new("C1"), new("x"), actor, default),
        ["unlink"] = (rig, actor) => rig.Process.Get<IReconciler>().UnlinkAsync(rig.Id, new("C1"), actor, default),
        ["documents"] = (rig, actor) => rig.Process.Get<IDocumentReconciler>().CompareAsync(rig.Id, actor, null, default),
        ["repair"] = (rig, actor) => rig.Process.Get<IRecordRepair>().RetryAsync(rig.Id, [Client("C1")], new(actor, "Because."), default),
        ["connect"] = (rig, actor) => rig.Process.Get<ILedgerConnector>().BeginAsync(rig.Id, new(actor), default),
        ["confirm"] = (rig, actor) => rig.Process.Get<ILedgerConnector>().ConfirmAsync(rig.Id, "Demo Company (UK)", actor, default),
        ["disconnect"] = (rig, actor) => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, actor, default),
    };

    [Fact]
    public void Decision_that_names_nobody_is_refused_by_every_service_in_the_same_words()
    {
        using var rig = Rig.WithClient();
        var before = rig.Audit().Count;

        foreach (var (name, act) in Acts)
        {
            var refused = Record.Exception(() => rig.Run(() => act(rig, " ")));

            Assert.True(refused is ConfigurationException, $"{name}: {refused}");
            Assert.Contains("Who acts must be named.", refused!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, rig.Audit().Count);
        Assert.NotNull(rig.Configuration.Connection);
    }

    [Fact]
    public void Decision_without_reason_is_refused_in_the_same_words()
    {
        using var rig = Rig.WithClient();

        var repair = Assert.Throws<ConfigurationException>(() =>
            rig.Run(() => rig.Process.Get<IRecordRepair>().RetryAsync(rig.Id, [Client("C1")], new("ada", " "), default)));
        var interlock = Assert.Throws<ConfigurationException>(() => rig.Run(() => Manager(rig).OverrideInterlockAsync(rig.Id, "ada", " ", default)));

        Assert.All([repair, interlock], refused => Assert.Contains("No reason is given. Say why.", refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Repair_of_a_record_without_key_is_refused_and_says_what_is_wrong()
    {
        using var rig = Rig.WithClient();

        var skipped = Assert.Throws<ArgumentException>(() => rig.Skip(Client("C1"), default));
        var relinked = Assert.Throws<ArgumentException>(() => rig.Relink(default, Guid.Empty));

        Assert.All([skipped, relinked], refused => Assert.Contains("has no key", refused.Message, StringComparison.Ordinal));
        Assert.Empty(rig.Skips());
    }

    private static IConfigurationManager Manager(Rig rig) => rig.Process.Get<IConfigurationManager>();
}
