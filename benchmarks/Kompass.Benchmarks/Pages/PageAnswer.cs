namespace Kompass.Benchmarks;

internal sealed record PageAnswer(int Status, bool IsPage, int Bytes, double Milliseconds, double CpuMilliseconds);
