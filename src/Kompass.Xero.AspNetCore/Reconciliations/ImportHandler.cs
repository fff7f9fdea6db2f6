using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>Takes a reviewed file in: a dry run first, then the import of the very same bytes.</summary>
internal sealed class ImportHandler(
    ConfigurationSelector selector,
    ReconciliationReader reader,
    IReconciler reconciler,
    UploadShelf shelf,
    AdminUsers users,
    IOptions<AdminOptions> options)
{
    private const int LongestFileName = 100;

    public async Task<IResult> CheckAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return await RefuseAsync(http, selection, "No file was chosen, or it is empty. Choose the CSV that you reviewed, then click Check file.");
        }

        if (file.Length > options.Value.MaximumUploadBytes)
        {
            return await RefuseAsync(http, selection, $"The file is larger than {options.Value.MaximumUploadBytes / 1024 / 1024} MB. Choose the CSV that you downloaded here and reviewed.");
        }

        var user = users.Of(http);
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, http.RequestAborted);
        }

        var result = await ReadAsync(configuration.Id, content, user, isDryRun: true, http.RequestAborted);
        var isUseful = result.Errors.Count == 0 && result.Links.Count + result.Decisions.Count > 0;
        return Page.Of<ImportPage>(http, new ImportModel(selection, NameOf(file), result, Changes(result, http))
        {
            Key = isUseful ? shelf.Put(new(content, NameOf(file), result), configuration.Id, user.Name) : null,
        });
    }

    /// <summary>Shows a further page of what a checked file would change.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        var key = http.Request.Query["key"].ToString();
        return selection.Current is { Connection: not null } configuration && shelf.Look(key, configuration.Id, users.Of(http).Name) is { } file
            ? Page.Of<ImportPage>(http, new ImportModel(selection, file.Name, file.Result, Changes(file.Result, http)) { Key = key })
            : Notice.Show(http, StatusCodes.Status404NotFound, "Not kept any more", "The checked file is not kept any more. Nothing was imported; upload it again under Reconciliations.");
    }

    public async Task<IResult> ImportAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        var user = users.Of(http);
        if (shelf.Take(form["key"].ToString(), configuration.Id, user.Name) is not { } file)
        {
            return await RefuseAsync(http, selection, "The checked file is not kept any more, so nothing was imported. Upload it again.");
        }

        var result = await ReadAsync(configuration.Id, file.Content, user, isDryRun: false, http.RequestAborted);
        return Page.Of<ImportPage>(http, new ImportModel(selection, file.Name, result, Changes(result, http)));
    }

    private static PageList<ImportChange> Changes(ImportResult result, HttpContext http) => PageList<ImportChange>.Of(result.Changes, http);

    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > LongestFileName } longer ? longer[..LongestFileName] : Path.GetFileName(file.FileName);

    private async Task<ImportResult> ReadAsync(ConfigurationId configuration, byte[] content, AdminUser user, bool isDryRun, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await reconciler.ImportAsync(configuration, stream, new(user.Name, isDryRun), cancellationToken);
    }

    private async Task<IResult> RefuseAsync(HttpContext http, Selection selection, string problem) =>
        Page.Of<ReconciliationPage>(http, await reader.ReadAsync(http, selection, new()) with { UploadProblem = problem }, StatusCodes.Status422UnprocessableEntity);
}
