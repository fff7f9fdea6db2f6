using System.Text.Encodings.Web;

namespace Kompass.Xero.AspNetCore;

/// <summary>How the choices of a page are offered, so that it stays small however long Xero's lists are.</summary>
/// <param name="IsSelect">True for a drop-down beside each row; false for one list that all rows type from.</param>
/// <param name="Choices">What is offered.</param>
/// <param name="Total">How many could be.</param>
internal sealed record MappingOffer(bool IsSelect, IReadOnlyList<MappingChoice> Choices, int Total)
{
    /// <summary>The id of the one list.</summary>
    public const string ListId = "choices";

    // A page has 100 KB in all; a row takes its part of it even without its choices.
    private const int MostInPage = 90_000;
    private const int MostInRow = 700;
    private const int MostInList = 45_000;
    private const int Markup = 20;

    public bool IsCut => Choices.Count < Total;

    public static MappingOffer Of(MappingModel model)
    {
        var usable = model.Choices.Usable;
        var fields = Math.Max(1, model.Shown.Items.Count) + (model.DefaultItem is null ? 0 : 1);
        if (fields * (MostInRow + usable.Sum(Size)) <= MostInPage)
        {
            return new(true, usable, usable.Count);
        }

        var left = MostInList;
        var wanted = usable.Where(choice => model.Find.Length == 0 || choice.Text.Contains(model.Find, StringComparison.OrdinalIgnoreCase));
        return new(false, [.. wanted.TakeWhile(choice => (left -= Size(choice)) >= 0)], usable.Count);
    }

    private static int Size(MappingChoice choice) => HtmlEncoder.Default.Encode(choice.Text).Length + Markup;
}
