namespace Kompass.EndToEnd.Tests;

/// <summary>When the process is to die: at which use of the journal, and on which side of it.</summary>
/// <param name="Member">The member of the journal, such as <c>RecordAsync</c>.</param>
/// <param name="Use">At which use, counted from 1.</param>
/// <param name="After">True: what it wrote is kept; false: it never ran.</param>
internal sealed record Death(string Member, int Use, bool After)
{
    public override string ToString() => $"{(After ? "after" : "before")} {Member} {Use}";
}
