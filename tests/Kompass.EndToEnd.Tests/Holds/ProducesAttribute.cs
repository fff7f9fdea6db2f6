using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Says which hold reason a test produces.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProducesAttribute(HoldReason reason) : Attribute
{
    public HoldReason Reason { get; } = reason;
}
