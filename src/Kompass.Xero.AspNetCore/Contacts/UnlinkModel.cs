namespace Kompass.Xero.AspNetCore;

internal sealed record UnlinkModel(Selection Selection, ContactLink Link) : ISelectionModel;
