using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Words that tell sister records apart as numbers do: "North" / "South", "Junior" / "Senior", and given names such as "Paul" / "Paula".</summary>
internal static class Contrasts
{
    private const int Sides = 256;

    // A group a line, the sides of a group between bars, the words of a side between blanks. No word stands twice.
    private const string Table =
        """
        north northern nord noord norte norra | south southern sud sued zuid syd sodra | east eastern ost oost ostra | west western ouest oeste vest vastra
        upper ober obere | lower unter untere nether
        new neue nieuwe nya | old alte oude gamla
        junior juniors fils | senior seniors pere | infant infants
        primary | secondary
        inner | outer
        indoor | outdoor
        boys | girls
        men mens | women womens ladies
        day | night
        summer | winter
        retail | wholesale
        import imports | export exports
        brothers | sisters
        adrian | adriana adrienne
        alexander | alexandra
        andrew | andrea
        bernard | bernadette
        carl karl | carla karla
        charles | charlotte
        christian | christina christine
        claude | claudia
        clement | clementine
        daniel | daniela danielle
        denis dennis | denise
        dominic | dominique
        edwin | edwina
        emil | emily emilia
        eric erik | erica erika
        fabio | fabia
        francesco | francesca
        frederick | frederica
        gabriel | gabriela gabrielle
        george | georgia georgina
        gerald | geraldine
        giovanni | giovanna
        harry | harriet
        henry | henrietta
        ivan | ivana
        john | jane | joan
        joseph | josephine
        julian | julia julie juliet
        leon | leona
        louis luis | louise luisa
        luca | lucia
        mario | maria
        martin | martina
        michael | michaela michelle
        nicholas nicolas | nicola nicole
        norman | norma
        oliver | olivia
        patrick | patricia
        paul | paula pauline
        peter | petra
        philip phillip | philippa
        robert | roberta
        roman | romana
        samuel | samantha
        simon | simone
        stefan stephan stephen steven | stefanie stephanie
        valentin valentino | valentina
        victor | victoria
        wilhelm | wilhelmina
        """;

    private static readonly FrozenDictionary<string, int> Words = Read();

    /// <summary>The group and side of a word as one number; 0 for a word that tells nothing apart.</summary>
    internal static int Of(string word) => Words.GetValueOrDefault(word);

    /// <summary>Whether two words, as <see cref="Of"/> gives them, are on different sides of one group.</summary>
    internal static bool AreOpposed(int one, int other) => one != other && one / Sides == other / Sides && one != 0 && other != 0;

    private static FrozenDictionary<string, int> Read() => Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany((line, group) => line.Split('|').SelectMany((side, number) =>
            side.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => KeyValuePair.Create(word, ((group + 1) * Sides) + number))))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
