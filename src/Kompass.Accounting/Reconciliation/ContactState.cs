namespace Kompass.Accounting;

internal static class ContactState
{
    /// <summary>Why a contact cannot be linked, and what to do about it.</summary>
    public static string Refusal(RemoteContact contact, ProviderDescriptor provider) =>
        contact.MergedInto is { } survivor
            ? $"Contact {contact.Name} was merged into contact {survivor} in {provider.DisplayName}. Link that one instead."
            : $"Contact {contact.Name} is archived in {provider.DisplayName}. Restore it there, or link another contact.";
}
