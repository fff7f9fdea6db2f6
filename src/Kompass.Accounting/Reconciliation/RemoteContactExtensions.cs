namespace Kompass.Accounting;

internal static class RemoteContactExtensions
{
    extension(RemoteContact contact)
    {
        /// <summary>True when documents can be posted to the contact: neither archived nor merged into another one.</summary>
        public bool IsUsable => contact is { Status: ContactStatus.Active, MergedInto: null };

        /// <summary>The state in one word: active, archived or merged.</summary>
        public string StateWord => contact.MergedInto is not null ? "merged" : contact.Status == ContactStatus.Active ? "active" : "archived";
    }
}
