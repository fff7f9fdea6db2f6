namespace Kompass.Accounting.Matching;

/// <summary>The FNV-1a hash of a text, the same on every machine and in every run.</summary>
internal static class TextHash
{
    internal static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash ^ (hash >> 29);
    }
}
