using BenchmarkDotNet.Running;

namespace Kompass.Benchmarks;

internal static class BenchCommand
{
    public static int Run(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run(args);
        return 0;
    }
}
