using System.Collections.Frozen;
using System.Text;

namespace Kompass.Accounting.Matching;

/// <summary>Letters that Unicode does not decompose, in Latin letters.</summary>
/// <remarks>
/// Latin: the usual replacements in passports (ICAO Doc 9303, part 3) shortened to what people type (ø is o, not oe).
/// Greek and Cyrillic: one Latin spelling per letter, near ISO 843 and ISO 9, enough to compare with a name typed in Latin letters.
/// </remarks>
internal static class Transliteration
{
    private const string Table =
        "ß ss ẞ SS æ ae Æ AE œ oe Œ OE ø o Ø O ł l Ł L đ d Đ D ð d Ð D þ th Þ Th ħ h Ħ H ı i ŋ n Ŋ N ŧ t Ŧ T ĸ k ə a Ə A " +
        "‘ ' ’ ' ‛ ' ʼ ' ` ' ´ ' ′ ' “ \" ” \" – - — - ‐ - ‑ - − - ／ / ⁄ / ＆ & ＋ + × x " +
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
        "Α A Β V Γ G Δ D Ε E Ζ Z Η I Θ Th Ι I Κ K Λ L Μ M Ν N Ξ X Ο O Π P Ρ R Σ S Τ T Υ Y Φ F Χ Ch Ψ Ps Ω O " +
        "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ g ќ k " +
        "А A Б B В V Г G Д D Е E Ж Zh З Z И I Й I К K Л L М M Н N О O П P Р R С S Т T У U Ф F Х Kh Ц Ts Ч Ch Ш Sh Щ Shch Ы Y Э E Ю Yu Я Ya І I Є Ye Ґ G Ў U Ј J Љ Lj Њ Nj Ћ C Ђ Dj Џ Dz Ѓ G Ќ K";

    private static readonly FrozenDictionary<int, string> Letters = Read();

    internal static bool TryGet(Rune letter, out string latin) => Letters.TryGetValue(letter.Value, out latin!);

    private static FrozenDictionary<int, string> Read()
    {
        var words = Table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = new Dictionary<int, string>
        {
            [0x042A] = "",
            [0x044A] = "",
            [0x042C] = "",
            [0x044C] = "", // the hard and the soft sign have no sound of their own
        };
        for (var i = 0; i < words.Length; i += 2)
        {
            letters[Rune.GetRuneAt(words[i], 0).Value] = words[i + 1];
        }

        return letters.ToFrozenDictionary();
    }
}
