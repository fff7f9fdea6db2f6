namespace Kompass.Accounting;

/// <summary>How contacts are written.</summary>
public sealed record ContactSettings
{
    /// <summary>Which clients are sent. Default: all.</summary>
    public ClientScope Scope { get; init; } = ClientScope.All;

    /// <summary>Fields of contacts that existed before us which depart from fill-blanks.</summary>
    public IReadOnlyDictionary<ContactField, FieldPolicy> LinkedFields { get; init; } = new Dictionary<ContactField, FieldPolicy>();

    /// <summary>Fields of contacts that we created which depart from Kompass-wins.</summary>
    public IReadOnlyDictionary<ContactField, FieldPolicy> CreatedFields { get; init; } = new Dictionary<ContactField, FieldPolicy>();

    /// <summary>The policy for one field of a contact whose link has the given origin.</summary>
    public FieldPolicy PolicyFor(ContactField field, LinkOrigin origin) =>
        origin == LinkOrigin.Created
            ? CreatedFields.GetValueOrDefault(field, FieldPolicy.KompassWins)
            : LinkedFields.GetValueOrDefault(field, FieldPolicy.FillBlanks);
}
