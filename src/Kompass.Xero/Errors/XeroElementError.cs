namespace Kompass.Xero;

/// <summary>What Xero says about one element of a refused batch.</summary>
/// <param name="Index">The element's place in the request, from 0.</param>
/// <param name="Messages">Its messages, those of its lines included.</param>
internal sealed record XeroElementError(int Index, IReadOnlyList<string> Messages);
