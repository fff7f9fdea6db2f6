namespace Kompass.Accounting;

/// <summary>Where Kompass's organisations, departments, nominal accounts and VAT rates come from: implemented by the host.</summary>
public interface IKompassCatalogue
{
    /// <summary>Reads the catalogue as it stands now. Throws when it cannot be read; never answers with an empty one instead.</summary>
    Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken);
}
