using System.Runtime.CompilerServices;

namespace Kompass.Xero.Emulator;

/// <summary>Values of options and switches that are refused when they are set, with what to set instead.</summary>
internal static class Checked
{
    public static int NotNegative(int value, [CallerMemberName] string name = "") => value >= 0
        ? value
        : throw new ArgumentException($"{name} cannot be {value}. Set 0 or more.");

    public static TimeSpan NotNegative(TimeSpan value, [CallerMemberName] string name = "") => value >= TimeSpan.Zero
        ? value
        : throw new ArgumentException($"{name} cannot be {value}. Set zero or more.");

    public static T Defined<T>(T value, [CallerMemberName] string name = "")
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentException($"{name} cannot be {value}. Set one of {string.Join(", ", Enum.GetNames<T>())}.");

    public static int OneOf(int value, ReadOnlySpan<int> allowed, [CallerMemberName] string name = "") => allowed.Contains(value)
        ? value
        : throw new ArgumentException($"{name} cannot be {value}. Set one of {string.Join(", ", allowed.ToArray())}.");
}
