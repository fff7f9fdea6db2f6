using System.Net.Mail;

namespace Kompass.Accounting;

/// <summary>The rules that a configuration follows by itself and among its siblings, without asking the ledger.</summary>
internal static class ConfigurationRules
{
    public static IEnumerable<ConfigurationProblem> Check(SyncConfiguration configuration, IEnumerable<SyncConfiguration> all)
    {
        var others = all.Where(other => other.Id != configuration.Id).ToList();
        return
        [
            .. Organisations(configuration, others),
            .. Connection(configuration, others),
            .. Modules(configuration),
            .. Enabled(configuration),
            .. Contacts(configuration.Contacts),
            .. Documents(configuration.Documents),
            .. DifferenceRules.Check(configuration.Documents),
            .. Interval(configuration.Interval),
            .. Recipients(configuration.NotificationRecipients),
        ];
    }

    /// <summary>What a change of settings must leave alone.</summary>
    public static IEnumerable<ConfigurationProblem> CheckIdentity(SyncConfiguration before, SyncConfiguration after)
    {
        if (after.Id != before.Id || after.CreatedBy != before.CreatedBy || after.CreatedAt != before.CreatedAt)
        {
            yield return new(nameof(SyncConfiguration.Id), "The id of a configuration and who created it when cannot be changed. "
                + "Create another configuration instead.");
        }

        if (after.Pilot != before.Pilot)
        {
            yield return new(
                nameof(SyncConfiguration.Pilot),
                $"A pilot is begun by {nameof(IConfigurationManager.BeginPilotAsync)} and ended by {nameof(IConfigurationManager.EndPilotAsync)}, not by saving settings.");
        }

        if (after.Reminders != before.Reminders && after.Reminders is not null)
        {
            yield return new(
                nameof(SyncConfiguration.Reminders),
                $"Reminders are acknowledged by {nameof(IConfigurationManager.AcknowledgeRemindersAsync)}, not by saving settings.");
        }

        if (after.InterlockOverride != before.InterlockOverride && after.InterlockOverride is not null)
        {
            yield return new(
                nameof(SyncConfiguration.InterlockOverride),
                $"The override is recorded with its reason by {nameof(IConfigurationManager.OverrideInterlockAsync)}, not by saving settings.");
        }
    }

    private static IEnumerable<ConfigurationProblem> Organisations(SyncConfiguration configuration, List<SyncConfiguration> others)
    {
        if (configuration.Organisations.Count == 0)
        {
            yield return new(nameof(SyncConfiguration.Organisations), "No Kompass organisation is selected. Select at least one.");
        }

        foreach (var organisation in configuration.Organisations.Distinct())
        {
            if (configuration.Organisations.Count(other => other == organisation) > 1)
            {
                yield return new(nameof(SyncConfiguration.Organisations), $"Kompass organisation '{organisation}' is selected twice. "
                    + "Remove one of them.");
            }

            if (others.Find(other => other.Organisations.Contains(organisation)) is { } owner)
            {
                yield return new(
                    nameof(SyncConfiguration.Organisations),
                    $"Kompass organisation '{organisation}' belongs to configuration {owner.Id} already. "
                    + "Remove it there first, or select another one.");
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Connection(SyncConfiguration configuration, List<SyncConfiguration> others)
    {
        if (configuration.Connection is { } connection
            && others.Find(other => other.Connection?.OrganisationId == connection.OrganisationId) is { } owner)
        {
            yield return new(
                nameof(SyncConfiguration.Connection),
                $"{connection.OrganisationName} is connected to configuration {owner.Id} already. "
                + "Disconnect it there first, or authorise another organisation.");
        }
    }

    private static IEnumerable<ConfigurationProblem> Modules(SyncConfiguration configuration)
    {
        if ((configuration.Modules & ~(SyncModules.Clients | SyncModules.Invoices)) != 0)
        {
            yield return new(nameof(SyncConfiguration.Modules), "A module is selected that does not exist. "
                + "Select Clients, Invoices or both.");
        }

        if (configuration.Modules.HasFlag(SyncModules.Invoices))
        {
            if (!configuration.Modules.HasFlag(SyncModules.Clients))
            {
                yield return new(nameof(SyncConfiguration.Modules), "Invoices needs Clients, since every invoice names a contact. "
                    + "Select Clients too.");
            }

            if (configuration.CutOverDate is null)
            {
                yield return new(
                    nameof(SyncConfiguration.CutOverDate),
                    "Invoices needs a cut-over date, so that old documents are not sent. Set the date from which documents are sent.");
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> Enabled(SyncConfiguration configuration)
    {
        if (!configuration.IsEnabled)
        {
            yield break;
        }

        if (configuration.Connection is null)
        {
            yield return new(nameof(SyncConfiguration.Connection), "The configuration is not connected, so it cannot be enabled. "
                + "Authorise it first.");
        }

        if (string.IsNullOrWhiteSpace(configuration.DefaultAccountId))
        {
            yield return new(
                nameof(SyncConfiguration.DefaultAccountId),
                "No account default is set, so the configuration cannot be enabled. "
                + "Choose the account used where no mapping says otherwise.");
        }

        if (configuration.Modules == SyncModules.None)
        {
            yield return new(nameof(SyncConfiguration.Modules), "No module is selected, so there is nothing to enable. "
                + "Select Clients, or Clients and Invoices.");
        }
    }

    private static IEnumerable<ConfigurationProblem> Contacts(ContactSettings settings)
    {
        if (!Enum.IsDefined(settings.Scope))
        {
            yield return new(nameof(SyncConfiguration.Contacts), $"{nameof(ContactSettings.Scope)} holds no known scope. "
                + "Choose All or WithDocuments.");
        }

        foreach (var (field, policy) in settings.LinkedFields.Concat(settings.CreatedFields))
        {
            if (!Enum.IsDefined(field) || !Enum.IsDefined(policy))
            {
                yield return new(
                    nameof(SyncConfiguration.Contacts),
                    $"The policy '{policy}' for the field '{field}' is not known. "
                    + "Choose FillBlanks, KompassWins or Never for a field that exists.");
            }
        }

        if (settings.LinkedFields.GetValueOrDefault(ContactField.ContactNumber) == FieldPolicy.KompassWins)
        {
            yield return new(
                nameof(SyncConfiguration.Contacts),
                "The number of a contact that existed before is never overwritten, since another system may know the contact by it. "
                + "Choose FillBlanks or Never for ContactNumber.");
        }
    }

    private static IEnumerable<ConfigurationProblem> Documents(DocumentSettings settings)
    {
        if (settings.LineAmountTypes is not (LineAmountTypes.Exclusive or LineAmountTypes.Inclusive))
        {
            yield return Problem($"{nameof(DocumentSettings.LineAmountTypes)} is {settings.LineAmountTypes}. "
                + "Choose Exclusive or Inclusive.");
        }

        foreach (var (name, status) in new[]
        {
            (nameof(DocumentSettings.InvoiceStatus), settings.InvoiceStatus),
            (nameof(DocumentSettings.CreditNoteStatus), settings.CreditNoteStatus),
        })
        {
            if (status is not (DocumentStatus.Draft or DocumentStatus.Submitted or DocumentStatus.Approved))
            {
                yield return Problem($"{name} is {status}. Choose Draft, Submitted or Approved.");
            }
        }

        if (settings.JournalStatus is not (DocumentStatus.Draft or DocumentStatus.Approved))
        {
            yield return Problem($"{nameof(DocumentSettings.JournalStatus)} is {settings.JournalStatus}. Choose Draft or Approved.");
        }

        foreach (var problem in TemplateRules.Check(settings))
        {
            yield return Problem(problem);
        }

        static ConfigurationProblem Problem(string message) => new(nameof(SyncConfiguration.Documents), message);
    }

    private static IEnumerable<ConfigurationProblem> Interval(TimeSpan? interval)
    {
        if (interval < TimeSpan.FromMinutes(1) || interval > TimeSpan.FromDays(1))
        {
            yield return new(nameof(SyncConfiguration.Interval), $"The time between two runs is {interval:c}. "
                + "Choose 1 minute at least and 1 day at most, or none, so that the host's interval counts.");
        }
    }

    private static IEnumerable<ConfigurationProblem> Recipients(IReadOnlyList<string> recipients)
    {
        foreach (var recipient in recipients)
        {
            if (!MailAddress.TryCreate(recipient, out var address) || address.Address != recipient || recipient.Any(char.IsWhiteSpace))
            {
                yield return new(
                    nameof(SyncConfiguration.NotificationRecipients),
                    $"'{recipient}' is not an e-mail address. Write one such as name@example.com, or remove it.");
            }
        }
    }
}
