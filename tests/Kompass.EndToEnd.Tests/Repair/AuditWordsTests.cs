using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The audit trail names accounts as people do, not by their ids.</summary>
public sealed class AuditWordsTests
{
    [Fact]
    public void Account_default_that_changed_is_told_by_code_and_name()
    {
        using var rig = new Rig();

        rig.SaveSettings(configuration => configuration with { DefaultAccountId = rig.Account("200") });

        var entry = rig.Audit()[0];
        Assert.Equal(("Account default: 260 Other Revenue", "Account default: 200 Sales"), (entry.Before, entry.After));
    }

    [Fact]
    public void Account_that_was_mapped_is_told_by_code_and_name()
    {
        using var rig = new Rig();

        rig.SaveMappings(MappingKind.Account, [new(MappingKind.Account, "4000", rig.Account("201"))]);

        var entry = rig.Audit()[0];
        Assert.Contains("4000 to 200 Sales", entry.Before!, StringComparison.Ordinal);
        Assert.Equal("Account: 4000 to 201 Consulting", entry.After);
    }

    [Fact]
    public void Account_keeps_its_id_in_the_trail_while_the_ledger_cannot_be_asked()
    {
        using var rig = new Rig();
        rig.WaitOutTheLongestFlight();
        rig.Control.InjectFault(new(Xero.Emulator.FaultKind.ServerError) { PathPrefix = "/Accounts", Count = 1000 });
        var before = rig.Configuration.DefaultAccountId!;

        rig.SaveSettings(configuration => configuration with { IsEnabled = false, DefaultAccountId = null });

        Assert.Contains($"Account default: {before}", rig.Audit()[0].Before!, StringComparison.Ordinal);
    }
}
