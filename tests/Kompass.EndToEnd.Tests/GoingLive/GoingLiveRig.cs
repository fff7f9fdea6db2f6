using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a person does with a rig before and after going live.</summary>
internal static class GoingLiveRig
{
    public static DocumentReconciliationResult CompareAndKeep(this Rig rig, out DocumentReconciliation comparison)
    {
        var reconciler = rig.Process.Get<IDocumentReconciler>();
        var made = rig.Run(() => reconciler.CompareAsync(rig.Id, "ada", null, default));
        comparison = made;
        return rig.Run(() => reconciler.ApplyAsync(made, default));
    }
}
