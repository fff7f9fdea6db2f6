using System.Text.RegularExpressions;
using Kompass.Accounting;

namespace Kompass.Conventions.Tests;

/// <summary>Each hold reason that the code can produce is produced by a test.</summary>
public sealed class HoldReasonTests
{
    [Fact]
    public void Hold_reasons_are_each_named_by_a_test()
    {
        var named = Repository.Under("tests/", ".cs")
            .SelectMany(file => Regex.Matches(file.Text, @"\bHoldReason\.(\w+)").Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        Findings.None(Enum.GetNames<HoldReason>().Where(reason => !named.Contains(reason)), "No test names these hold reasons:");
    }
}
