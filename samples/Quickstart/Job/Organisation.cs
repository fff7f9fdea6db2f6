using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>The Xero organisation that the job connects to.</summary>
internal static class Organisation
{
    public static readonly Uri Callback = new("http://localhost:5080/admin/xero/callback");

    public static EmulatorOptions Options(string seed)
    {
        var options = new EmulatorOptions { Seed = seed };
        options.RedirectUris.Add(Callback.OriginalString);
        return options;
    }
}
