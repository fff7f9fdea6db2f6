using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>Every log line has an id, a template and a level of its own: written by generated methods alone.</summary>
public sealed class LoggingTests
{
    private const string PlainCall = @"\.(?:Log(?:Trace|Debug|Information|Warning|Error|Critical)|BeginScope)\(|\b\w*[lL]og(?:ger)?\.Log\(";

    [Fact]
    public void Logs_are_written_by_generated_methods() => Findings.None(
        Repository.Under("src/", ".cs", ".razor")
            .SelectMany(file => file.Lines.Where(line => Regex.IsMatch(line.Line, PlainCall)).Select(line => $"{file}:{line.Number}")),
        "A log line is a method with [LoggerMessage].");

    [Fact]
    public void Event_ids_are_used_once() => Findings.None(
        Repository.Under("src/", ".cs")
            .SelectMany(file => Regex.Matches(file.Text, @"\[LoggerMessage\((\d+)").Select(match => (Id: match.Groups[1].Value, File: file.ToString())))
            .GroupBy(use => use.Id)
            .Where(uses => uses.Count() > 1)
            .Select(uses => $"{uses.Key}: {string.Join(", ", uses.Select(use => use.File))}"),
        "An event id names one log line.");
}
