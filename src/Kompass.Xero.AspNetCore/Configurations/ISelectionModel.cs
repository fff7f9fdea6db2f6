namespace Kompass.Xero.AspNetCore;

/// <summary>The model of a page that is about one configuration.</summary>
internal interface ISelectionModel
{
    Selection Selection { get; }
}
