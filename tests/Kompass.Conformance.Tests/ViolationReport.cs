namespace Kompass.Conformance.Tests;

/// <summary>What Prism found.</summary>
/// <param name="Calls">How many calls went through it.</param>
/// <param name="Explained">How often each known fault of the specification came up, by its reason.</param>
/// <param name="Unexplained">Every other violation.</param>
internal sealed record ViolationReport(int Calls, IReadOnlyDictionary<string, int> Explained, IReadOnlyList<Violation> Unexplained);

/// <summary>One place in which a call or its answer is not as the specification says.</summary>
internal sealed record Violation(string Call, int Status, string Location, string Message);
