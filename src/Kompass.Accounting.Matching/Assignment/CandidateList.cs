using System.Collections;

namespace Kompass.Accounting.Matching;

/// <summary>The candidates of a row, made when they are looked at: of most rows nobody asks for more than the one assigned.</summary>
internal sealed class CandidateList(Entry left, Edge[] edges, CandidateIndex right, Reasons reasons, MatchOptions options) : IReadOnlyList<MatchCandidate>
{
    public int Count => edges.Length;

    public MatchCandidate this[int index]
    {
        get
        {
            var edge = edges[index];
            var entry = right[edge.Right];
            return new(entry.Key, edge.Confidence, options.BandOf(edge.Confidence), () => reasons.Of(left, entry) + Besides(edge.Rival));
        }
    }

    public IEnumerator<MatchCandidate> GetEnumerator()
    {
        for (var i = 0; i < edges.Length; i++)
        {
            yield return this[i];
        }
    }

    private static string Besides(Rival rival) => rival switch
    {
        Rival.OtherRight => "; another client has the same name",
        Rival.OtherForm => "; another client has the same name apart from the legal form",
        Rival.WeakerLeft => "; another contact may be the same client, though less likely",
        Rival.OtherLeft => "; another contact fits the same client",
        _ => "",
    };

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
