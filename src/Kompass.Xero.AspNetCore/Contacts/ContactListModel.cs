namespace Kompass.Xero.AspNetCore;

/// <summary>The link records of a configuration.</summary>
/// <param name="Selection">The configuration.</param>
/// <param name="Search">What is searched for; empty for all.</param>
/// <param name="Links">One page of what is found.</param>
/// <param name="IsCutShort">True when so much was found that some of it was not looked at.</param>
internal sealed record ContactListModel(Selection Selection, string Search, PageList<ContactListRow> Links, bool IsCutShort = false) : ISelectionModel;
