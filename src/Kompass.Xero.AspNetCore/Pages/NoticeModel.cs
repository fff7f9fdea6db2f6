namespace Kompass.Xero.AspNetCore;

internal sealed record NoticeModel(string Title, string Text);
