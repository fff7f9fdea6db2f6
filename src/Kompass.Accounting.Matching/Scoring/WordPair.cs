namespace Kompass.Accounting.Matching;

/// <summary>A word of the left name and the word of the right name that it is taken for.</summary>
internal readonly record struct WordPair(int Left, int Right, double Similarity);
