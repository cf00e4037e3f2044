using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Patterns.Http;

namespace Patterns.Facade.Internal;

/// <summary>Writes the reply of a plan.</summary>
internal static class PlanReply
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ApiReply Of(PlanResult result) => Of(result, writer => WriteParts(writer, result));

    /// <summary>The reply with other members than the parts, and then what is missing.</summary>
    public static ApiReply Of(PlanResult result, Action<Utf8JsonWriter> writeMembers)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            WriteReports(writer, result);
            writer.WriteEndObject();
        }

        var reply = ApiReply.Json(stream.ToArray());
        return result.IsComplete ? reply : reply.WithHeader("Cache-Control", "no-store");
    }

    private static void WriteParts(Utf8JsonWriter writer, PlanResult result)
    {
        foreach (var part in result.Plan.Parts)
        {
            if (result.OutcomeOf(part) is { IsThere: true } outcome)
            {
                writer.WritePropertyName(part.Name);
                part.Write(writer, outcome.Value);
            }
        }
    }

    private static void WriteReports(Utf8JsonWriter writer, PlanResult result)
    {
        WriteReports(writer, "missing", result, PartState.Missing);
        foreach (var (name, state) in new[] { ("stale", PartState.Stale), ("substituted", PartState.Substituted) })
        {
            if (result.Reports.Any(report => report.State == state))
            {
                WriteReports(writer, name, result, state);
            }
        }
    }

    private static void WriteReports(Utf8JsonWriter writer, string name, PlanResult result, PartState state)
    {
        writer.WriteStartArray(name);
        foreach (var report in result.Reports.Where(report => report.State == state))
        {
            writer.WriteStartObject();
            writer.WriteString("part", report.Name);
            writer.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(report.Reason.ToString()));
            if (state == PartState.Stale)
            {
                writer.WriteNumber("ageSeconds", (long)report.Age.TotalSeconds);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
