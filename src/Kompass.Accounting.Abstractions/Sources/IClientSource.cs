namespace Kompass.Accounting;

/// <summary>Where Kompass's clients come from: implemented by the host.</summary>
public interface IClientSource : IRecordSource<ClientId, Client>
{
    /// <inheritdoc/>
    Task<IReadOnlyList<Client>> IRecordSource<ClientId, Client>.SearchAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        string text,
        int maximum,
        CancellationToken cancellationToken) =>
        SourceSearch.ScanAsync(
            this,
            organisations,
            client => SourceSearch.Holds(client.Name, text) || SourceSearch.Holds(client.Id.Value, text),
            maximum,
            cancellationToken);
}
