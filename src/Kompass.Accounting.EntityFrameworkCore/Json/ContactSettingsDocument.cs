namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ContactSettingsDocument
{
    public ClientScope Scope { get; set; } = ClientScope.All;

    public Dictionary<ContactField, FieldPolicy> LinkedFields { get; set; } = [];

    public Dictionary<ContactField, FieldPolicy> CreatedFields { get; set; } = [];

    public static ContactSettingsDocument From(ContactSettings settings) => new()
    {
        Scope = settings.Scope,
        LinkedFields = new(settings.LinkedFields),
        CreatedFields = new(settings.CreatedFields),
    };

    public ContactSettings ToRecord() => new() { Scope = Scope, LinkedFields = LinkedFields, CreatedFields = CreatedFields };
}
