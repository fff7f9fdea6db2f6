using Xunit.Abstractions;

namespace Kompass.EndToEnd.Tests;

/// <summary>What is not known of Xero is a switch of the emulator; the integration does the same in every position of each.</summary>
public sealed class SwitchTests(ITestOutputHelper output)
{
    private const int Shares = 12;
    private static readonly Lazy<IReadOnlyList<string>> Default = new(() => Life.Told(_ => { }));

    public static TheoryData<int, string> Settings()
    {
        var data = new TheoryData<int, string>();
        for (var index = 0; index < SwitchSetting.All.Count; index++)
        {
            data.Add(index, $"{SwitchSetting.All[index].Name} = {SwitchSetting.All[index].Value}");
        }

        return data;
    }

    [SkippableTheory]
    [MemberData(nameof(Settings))]
    public void Life_is_the_same_in_every_position_of_every_switch(int index, string setting)
    {
        if (index % Shares != 0)
        {
            UnderCi.Only($"One position in {Shares} stands for all");
        }

        var told = Life.Told(SwitchSetting.All[index].Apply);
        output.WriteLine(string.Join('\n', told));
        Assert.True(
            Default.Value.SequenceEqual(told),
            $"{setting}: missing: {string.Join("; ", Default.Value.Except(told))}. Too many: {string.Join("; ", told.Except(Default.Value))}.");
    }

    [Fact]
    public void Life_by_default_is_as_written_down()
    {
        output.WriteLine(string.Join('\n', Default.Value));
        Assert.Contains("begin: Completed, held: 2 PeriodLocked, 3 UnlinkedClient, D NameTaken", Default.Value);
        Assert.Contains("without scope: Failed, few calls: True", Default.Value);
        Assert.Contains("disconnected: ReconnectRequired", Default.Value);
        Assert.Contains("quiet: Completed, held: 2 PeriodLocked, 3 UnlinkedClient, 5 Settled, 9 Settled, D NameTaken", Default.Value);
        Assert.Contains("writes of a quiet run: 0", Default.Value);
        Assert.Contains("unindexed: False", Default.Value);
        Assert.Equal("  journal Details of 8 [KB:JRN:8:r1] VOIDED 11", Default.Value.Last(line => line.StartsWith("  journal Details of 8", StringComparison.Ordinal))[..^3]);
    }
}
