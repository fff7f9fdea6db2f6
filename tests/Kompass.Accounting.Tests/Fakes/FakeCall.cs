namespace Kompass.Accounting.Tests;

/// <summary>One call of a faked adapter.</summary>
/// <param name="Name">The member, such as <c>Contacts.Create</c>.</param>
/// <param name="Records">How many records it carried or answered.</param>
internal sealed record FakeCall(string Name, int Records);
