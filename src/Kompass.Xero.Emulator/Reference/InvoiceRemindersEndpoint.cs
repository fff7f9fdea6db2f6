namespace Kompass.Xero.Emulator;

/// <summary><c>/InvoiceReminders/Settings</c>: whether the organisation reminds customers of unpaid invoices.</summary>
internal sealed class InvoiceRemindersEndpoint : Endpoint
{
    public override string Name => "InvoiceReminders";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments) switch
    {
        ("GET", [var sub]) when sub.Equals("Settings", StringComparison.OrdinalIgnoreCase) => Answers.List(
            call, "InvoiceReminders", [call.State.Organisation], (writer, organisation) => writer.WriteBoolean("Enabled", organisation.SendsInvoiceReminders)),
        ("GET", _) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };
}
