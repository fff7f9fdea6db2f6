using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>An endpoint that takes several elements in one call.</summary>
internal abstract class BatchEndpoint<T> : Endpoint
    where T : class
{
    protected abstract string IdName { get; }

    /// <summary>The member that says whether an element was refused.</summary>
    protected virtual string ErrorFlag => "HasValidationErrors";

    /// <summary>Whether each written element states its status even when errors are summarised.</summary>
    protected virtual bool AlwaysStatesStatus => false;

    /// <summary>Whether only the first element is processed.</summary>
    protected virtual bool TakesOneElement => false;

    /// <summary>Checks one element and, if nothing is wrong with it, saves it.</summary>
    protected abstract ElementOutcome<T> Write(AccountingCall call, JsonObject sent, Guid? addressedId);

    /// <summary>Writes the members of a saved record as a write's answer shows them.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter writer, AccountingCall call, T saved);

    protected EmulatedResponse WriteAll(AccountingCall call, Guid? addressedId = null)
    {
        var elements = call.ReadElements(Name, TakesOneElement || addressedId is not null);
        if (elements.Count == 0)
        {
            return Errors.NoData();
        }

        var before = call.State;
        var outcomes = new List<ElementOutcome<T>>(elements.Count);
        foreach (var element in elements)
        {
            CheckId(element);
            var outcome = Write(call, element, addressedId);
            if (outcome.IsUnknown)
            {
                if (call.Switches.UnknownIdRefusesBatch || addressedId is not null)
                {
                    call.State = before;
                    return Errors.NotFound();
                }

                outcome.Refuse("The document with the supplied id was not found for this endpoint.");
            }

            outcomes.Add(outcome);
        }

        if (call.SummarizeErrors && outcomes.Exists(outcome => outcome.IsRefused))
        {
            call.State = before;
            return Answers.ValidationFailure(outcomes
                .Where(outcome => outcome.IsRefused)
                .Select<ElementOutcome<T>, Action<Utf8JsonWriter>>(outcome => writer => Echo(writer, outcome, statesStatus: false)));
        }

        if (!call.Switches.AnswersKeepTheOrder)
        {
            outcomes.Reverse();
        }

        return Answers.List(call, Name, outcomes, (writer, outcome) => WriteOutcome(writer, call, outcome));
    }

    // An id that cannot be read refuses the whole request, even where a create ignores it.
    private void CheckId(JsonObject element)
    {
        if (IdName.EndsWith("ID", StringComparison.Ordinal))
        {
            element.Id(IdName);
        }
    }

    private void WriteOutcome(Utf8JsonWriter writer, AccountingCall call, ElementOutcome<T> outcome)
    {
        if (outcome.IsRefused)
        {
            Echo(writer, outcome, statesStatus: true);
            return;
        }

        WriteMembers(writer, call, outcome.Saved!);
        writer.WriteMessages("Warnings", outcome.Warnings);
        if (AlwaysStatesStatus || !call.SummarizeErrors)
        {
            writer.WriteString("StatusAttributeString", outcome.Warnings.Count > 0 ? "WARNING" : "OK");
        }
    }

    private void Echo(Utf8JsonWriter writer, ElementOutcome<T> outcome, bool statesStatus)
    {
        writer.WriteString(IdName, outcome.KnownId);
        foreach (var (name, value) in outcome.Sent)
        {
            if (!IsOurs(name) && value is not null)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteBoolean(ErrorFlag, true);
        if (statesStatus)
        {
            writer.WriteString("StatusAttributeString", "ERROR");
        }

        writer.WriteMessages("ValidationErrors", outcome.Errors);
        writer.WriteMessages("Warnings", outcome.Warnings);
    }

    private bool IsOurs(string name) =>
        name.Equals(IdName, StringComparison.OrdinalIgnoreCase)
        || name.Equals(ErrorFlag, StringComparison.OrdinalIgnoreCase)
        || name.Equals("StatusAttributeString", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ValidationErrors", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Warnings", StringComparison.OrdinalIgnoreCase);
}
