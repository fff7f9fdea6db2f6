namespace Kompass.Accounting.Matching;

/// <summary>Writes legal forms as people do.</summary>
internal static class LegalFormSpelling
{
    private static readonly string[] Mixed =
        ["GmbH", "GmbH & Co KG", "KGaA", "ApS", "SpA", "eV", "eG", "GbR", "OHG", "SARL", "EURL", "ASA", "DAC", "CLG", "CIC", "CIO", "LLC", "LLP", "PLC", "SAS", "SRL", "Oyj", "PLLC", "PartG", "PBC", "NUF", "SCA", "GIE", "SNC", "SCI", "SASU"];

    internal static string Show(IEnumerable<LegalForm> forms) => string.Join(' ', forms.Reverse().Select(f => Show(f.Written)));

    private static string Show(string written) =>
        Array.Find(Mixed, m => string.Equals(m.Replace(" &", "", StringComparison.Ordinal), written.Replace(" and", "", StringComparison.Ordinal).Replace(" und", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        ?? (written.Length <= 2 && written is not "co" and not "oy" ? written.ToUpperInvariant() : string.Join(' ', written.Split(' ').Select(Capitalized)));

    private static string Capitalized(string word) => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}
