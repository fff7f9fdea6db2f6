namespace Kompass.Accounting;

/// <summary>The columns of an earlier integration's files.</summary>
internal sealed class TakeOverColumns(ProviderDescriptor provider)
{
    public const string KompassId = "kompass_id";
    public const string KompassCode = "kompass_code";
    public const string Kind = "kind";
    public const string Number = "number";

    public string Id => provider.ContactIdColumn;

    public string Code => $"{provider.Key}_code";
}
