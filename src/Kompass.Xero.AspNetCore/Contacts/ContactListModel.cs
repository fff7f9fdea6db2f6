namespace Kompass.Xero.AspNetCore;

internal sealed record ContactListModel(Selection Selection, PageList<ContactListRow> Links) : ISelectionModel;
