namespace Kompass.Accounting;

/// <summary>Has no settings: it makes the registrations be looked at when options are, at the host's start.</summary>
internal sealed class RegistrationOptions;
