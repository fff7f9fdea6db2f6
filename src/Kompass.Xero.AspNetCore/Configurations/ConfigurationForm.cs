using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Primitives;

namespace Kompass.Xero.AspNetCore;

/// <summary>What was typed into the form of a configuration, and what is wrong with it.</summary>
internal sealed record ConfigurationForm
{
    public IReadOnlySet<string> Organisations { get; init; } = new HashSet<string>();

    /// <summary>Null when the form offered no choice, so that the setting stays as it is.</summary>
    public string? DefaultAccountId { get; init; }

    public bool Clients { get; init; }

    public bool Invoices { get; init; }

    public string CutOverDate { get; init; } = "";

    public DocumentForm Documents { get; init; } = DocumentForm.From(new DocumentSettings());

    public bool IsEnabled { get; init; }

    /// <summary>Ticked by somebody who acknowledges that reminders may be sent.</summary>
    public bool AcknowledgesReminders { get; init; }

    public string Recipients { get; init; } = "";

    /// <summary>Minutes between two runs; empty where the host's interval counts.</summary>
    public string Interval { get; init; } = "";

    public long Version { get; init; }

    /// <summary>By the name of the member of <see cref="SyncConfiguration"/> or of its settings.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; init; } = [];

    public IReadOnlyList<string> RecipientList =>
        Recipients.Split([',', ';', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public SyncModules Modules => (Clients ? SyncModules.Clients : SyncModules.None) | (Invoices ? SyncModules.Invoices : SyncModules.None);

    public static ConfigurationForm From(SyncConfiguration configuration) => new()
    {
        Organisations = configuration.Organisations.Select(id => id.Value).ToHashSet(),
        DefaultAccountId = configuration.DefaultAccountId,
        Clients = configuration.Modules.HasFlag(SyncModules.Clients),
        Invoices = configuration.Modules.HasFlag(SyncModules.Invoices),
        CutOverDate = Texts.Day(configuration.CutOverDate),
        Documents = DocumentForm.From(configuration.Documents),
        IsEnabled = configuration.IsEnabled,
        Interval = Schedules.Write(configuration.Interval),
        Recipients = string.Join('\n', configuration.NotificationRecipients),
        Version = configuration.Version,
    };

    public static ConfigurationForm From(IFormCollection form) => new()
    {
        Organisations = form["organisation"].OfType<string>().ToHashSet(),
        DefaultAccountId = form.TryGetValue("account", out var account) ? account.ToString() : null,
        Clients = form.ContainsKey("clients"),
        Invoices = form.ContainsKey("invoices"),
        CutOverDate = Text(form["cutover"]),
        Documents = DocumentForm.From(form),
        IsEnabled = form.ContainsKey("enable"),
        AcknowledgesReminders = form.ContainsKey("reminders"),
        Interval = Text(form["interval"]),
        Recipients = Text(form["recipients"]),
        Version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
    };

    /// <summary>What can be told from the form alone.</summary>
    public IEnumerable<ConfigurationProblem> Check()
    {
        if (Organisations.Count == 0)
        {
            yield return new(nameof(SyncConfiguration.Organisations), "Select at least one Kompass organisation.");
        }

        if (CutOverDate.Length > 0 && Day() is null)
        {
            yield return new(nameof(SyncConfiguration.CutOverDate), $"'{CutOverDate}' is not a date. Enter it as year-month-day, such as 2026-04-01.");
        }

        if (!Schedules.TryRead(Interval, out _))
        {
            yield return new(nameof(SyncConfiguration.Interval), "This is not a schedule. Choose one of the list.");
        }

        foreach (var problem in Documents.Check())
        {
            yield return problem;
        }

        foreach (var recipient in RecipientList.Where(recipient => !MailAddress.TryCreate(recipient, out _)))
        {
            yield return new(nameof(SyncConfiguration.NotificationRecipients), $"'{recipient}' is not an e-mail address.");
        }
    }

    public SyncConfiguration Apply(SyncConfiguration configuration) => configuration with
    {
        Organisations = [.. Organisations.Order(StringComparer.Ordinal).Select(id => new KompassOrganisationId(id))],
        DefaultAccountId = DefaultAccountId is null ? configuration.DefaultAccountId : DefaultAccountId.Length == 0 ? null : DefaultAccountId,
        Modules = Modules,
        CutOverDate = Day(),
        Documents = Documents.Apply(configuration.Documents),
        IsEnabled = IsEnabled,
        Interval = Schedules.TryRead(Interval, out var interval) ? interval : configuration.Interval,
        NotificationRecipients = RecipientList,
    };

    private static string Text(StringValues value) => value.ToString().Trim();

    private DateOnly? Day() =>
        DateOnly.TryParseExact(CutOverDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
