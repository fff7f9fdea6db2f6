using System.Collections.Concurrent;
using System.Reflection;

namespace Kompass.EndToEnd.Tests;

/// <summary>A port that hands every call on and counts it.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class Counted<TPort> : DispatchProxy
#pragma warning restore CA1852
    where TPort : class
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private TPort _port = null!;

    /// <summary>How often each method was called.</summary>
    public static IReadOnlyDictionary<string, int> CallsOf(TPort port) => ((Counted<TPort>)(object)port)._calls;

    public static void Forget(TPort port) => ((Counted<TPort>)(object)port)._calls.Clear();

    public static TPort Of(TPort port)
    {
        var counted = Create<TPort, Counted<TPort>>();
        ((Counted<TPort>)(object)counted)._port = port;
        return counted;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _calls.AddOrUpdate(targetMethod!.Name, 1, (_, count) => count + 1);
        return targetMethod.Invoke(_port, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
