namespace Kompass.Xero.AspNetCore;

internal static class LinkSteps
{
    /// <summary>The button that was clicked; after the Enter key, whichever search the person had just typed into, otherwise Save.</summary>
    public static LinkStep Of(IFormCollection form) =>
        Enum.TryParse<LinkStep>(form["step"], out var clicked) && Enum.IsDefined(clicked) ? clicked
        : form["pick"].Count > 0 ? LinkStep.LookUp
        : IsTyped(form, "find", "found") ? LinkStep.FindContact
        : IsTyped(form, "q", "searched") ? LinkStep.FindClient
        : LinkStep.Save;

    private static bool IsTyped(IFormCollection form, string field, string before) =>
        form[field].ToString().Trim() is { Length: > 0 } text && text != form[before].ToString();
}
