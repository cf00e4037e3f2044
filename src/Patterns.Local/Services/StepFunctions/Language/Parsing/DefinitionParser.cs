using System.Collections.Frozen;
using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>Reads a whole definition.</summary>
internal static class DefinitionParser
{
    private const int MaxBytes = 1024 * 1024;

    public static ParsedDefinition Parse(ReadOnlyMemory<byte> json, WorkflowType type)
    {
        var report = new DefinitionReport(json, type);
        var definition = ReadText(json, report) is { } node ? Read(node, report) : null;
        return definition is not null && report.IsClean ? new ParsedDefinition(definition) : new ParsedDefinition(report.Diagnostics);
    }

    private static SourceNode? ReadText(ReadOnlyMemory<byte> json, DefinitionReport report)
    {
        if (json.Length > MaxBytes)
        {
            report.Add(DefinitionDiagnostic.SchemaValidationFailed, $"A definition has at most {MaxBytes} bytes", "/", 0);
            return null;
        }

        try
        {
            var node = SourceReader.Read(json.Span);
            if (node.Data is ObjectData)
            {
                return node;
            }

            report.Add(node, "Definition must be a valid JSON object");
        }
        catch (JsonException) when (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            report.Add(DefinitionDiagnostic.SchemaValidationFailed, "Definition must be a valid JSON object", "/", 0);
        }
        catch (JsonException error)
        {
            report.Add(DefinitionDiagnostic.InvalidJson, Reason(error), "/", Offset(json.Span, error));
        }

        return null;
    }

    private static StateMachineDefinition? Read(SourceNode node, DefinitionReport report)
    {
        var fields = new FieldReader(node, report);
        fields.Require("States", "StartAt");
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            report.Add(fields.Find("Version")!, "The value of field 'Version' must be '1.0'");
        }

        if (!QueryLanguage.IsSupported(fields))
        {
            return null;
        }

        var comment = fields.Text("Comment");
        var timeout = fields.Integer("TimeoutSeconds", 1);
        var graph = GraphParser.Read(fields, FrozenSet<string>.Empty);
        fields.Finish();
        return graph is null ? null : new StateMachineDefinition(graph)
        {
            Comment = comment,
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private static string Reason(JsonException error)
    {
        // The reader repeats the position in its message.
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }

    private static int Offset(ReadOnlySpan<byte> json, JsonException error)
    {
        var start = 0;
        for (var line = 0L; line < (error.LineNumber ?? 0); line++)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (int)(error.BytePositionInLine ?? 0);
    }
}
