namespace Kompass.Accounting.Matching;

/// <summary>What keeps a pair of names out of the high band. Rules, not scores: each has a test of its own.</summary>
[Flags]
internal enum Doubts
{
    None = 0,

    /// <summary>Both have numbers, and they are not the same: "Unit 1" / "Unit 2". Keeps a pair out of the medium band too.</summary>
    NumbersDiffer = 1,

    /// <summary>Only one has a number.</summary>
    NumberMissing = 2,

    /// <summary>One has words that the other has not.</summary>
    WordsLeftOver = 4,

    /// <summary>A word is an initial, a nickname, a short form, or spelt too differently for a slip of the pen.</summary>
    WordsDiffer = 8,

    /// <summary>The same words in another order: "Martin James" / "James Martin".</summary>
    WordOrder = 16,

    /// <summary>Only a trading name agrees, and franchises share those.</summary>
    TradingNameOnly = 32,

    /// <summary>The legal name agrees, and both trade under different names.</summary>
    TradingNamesDiffer = 64,

    /// <summary>One is made of the initials of the other.</summary>
    Acronym = 128,

    /// <summary>Each has a word of its own that is the opposite of the other's: "North" / "South", "Paul" / "Paula", "Oakdale" / "Oakdene". Keeps a pair out of the medium band too.</summary>
    Opposites = 256,
}
