using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>What a page is made of, for the length of one request.</summary>
internal sealed class PageState(AdminPaths paths, IOptions<AdminOptions> options)
{
    private object? _model;

    public AdminPaths Paths => paths;

    public AdminOptions Options => options.Value;

    public string UserName { get; private set; } = "";

    public Flash? Message { get; private set; }

    public AntiforgeryTokenSet? Token { get; private set; }

    public T Model<T>() => (T)_model!;

    public void Fill(string userName, Flash? message, AntiforgeryTokenSet token, object? model) =>
        (UserName, Message, Token, _model) = (userName, message, token, model);
}
