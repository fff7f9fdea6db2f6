using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>A document as a PDF: one empty page, whose title is the number.</summary>
internal static class PdfAnswer
{
    public static EmulatedResponse Of(EmulatedDocument document) => new()
    {
        Status = 200,
        ContentType = "application/pdf",
        Body = Encoding.Latin1.GetBytes(
            $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Title({document.Id:N})>>endobj\n"
            + "trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"),
    };
}
