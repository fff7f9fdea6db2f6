using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a person does about records, in a rig.</summary>
internal static class RepairRig
{
    public static readonly RepairOrder Ada = new("ada", "It was agreed with the bookkeeper.");

    public static RecordKey Client(string id) => RecordKey.Of(new ClientId(id));

    public static RecordKey Document(string id) => RecordKey.Of(new InvoiceId(id));

    public static IReadOnlyList<RepairResult> Retry(this Rig rig, params RecordKey[] records) => rig.Repair(repair => repair.RetryAsync(rig.Id, records, Ada, default));

    public static IReadOnlyList<RepairResult> Skip(this Rig rig, params RecordKey[] records) => rig.Repair(repair => repair.SkipAsync(rig.Id, records, Ada, default));

    public static IReadOnlyList<RepairResult> Unskip(this Rig rig, params RecordKey[] records) => rig.Repair(repair => repair.UnskipAsync(rig.Id, records, Ada, default));

    public static IReadOnlyList<RepairResult> Unlink(this Rig rig, params RecordKey[] records) => rig.Repair(repair => repair.UnlinkAsync(rig.Id, records, Ada, default));

    public static IReadOnlyList<RepairResult> Release(this Rig rig, params RecordKey[] records) => rig.Repair(repair => repair.ReleaseAsync(rig.Id, records, Ada, default));

    public static RepairResult Relink(this Rig rig, RecordKey record, Guid to, bool allowShared = false) =>
        Assert.Single(rig.Repair(repair => repair.RelinkAsync(rig.Id, [new(record, to.ToString(), allowShared)], Ada, default)));

    public static void AssertDone(this IReadOnlyList<RepairResult> results) => Assert.All(results, result => Assert.True(result.IsDone, result.Message));

    public static void AssertRefused(this RepairResult result, params string[] inMessage)
    {
        Assert.False(result.IsDone, result.Message);
        Assert.All(inMessage, part => Assert.Contains(part, result.Message, StringComparison.Ordinal));
    }

    public static IReadOnlyList<AuditEntry> Audit(this Rig rig, RecordKey? record = null) =>
        rig.Run(() => rig.Process.Get<IAuditTrail>().ReadAsync(new() { Record = record }, default));

    public static IReadOnlyList<RecordSkip> Skips(this Rig rig) => rig.Run(() => rig.Process.Get<ISyncJournal>().GetSkipsAsync(rig.OrganisationId, default));

    private static IReadOnlyList<RepairResult> Repair(this Rig rig, Func<IRecordRepair, Task<IReadOnlyList<RepairResult>>> repair) =>
        rig.Run(() => repair(rig.Process.Get<IRecordRepair>()));
}
