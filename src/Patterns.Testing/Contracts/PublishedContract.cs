using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Testing.Contracts;

/// <summary>The schemas of a contract.</summary>
internal sealed record PublishedContract(JsonNode? Reply, JsonNode? Request)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is in a generic type, an array for example, does not say whether it may be null: it may not.
    private static readonly JsonSchemaExporterOptions ExporterOptions = new() { TreatNullObliviousAsNonNullable = true };

    public static PublishedContract Of(JsonContract contract) => new(Schema(contract.Reply), Schema(contract.Request));

    public static PublishedContract Read(string text)
    {
        var root = JsonNode.Parse(text)!.AsObject();
        return new PublishedContract(root["reply"], root["request"]);
    }

    public string ToText()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var (name, schema) in new[] { ("request", Request), ("reply", Reply) }.Where(part => part.Item2 is not null))
            {
                writer.WritePropertyName(name);
                schema!.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>What of this one is not kept by a newer one, and what that has more.</summary>
    public SchemaComparison CompareWith(PublishedContract newer)
    {
        var comparison = new SchemaComparison();
        foreach (var (name, before, after, isReply) in new[] { ("request", Request, newer.Request, false), ("reply", Reply, newer.Reply, true) })
        {
            if (before is not null && after is not null)
            {
                comparison.CompareRoots(name, before, after, isReply);
            }
            else if (before is not null || after is not null)
            {
                comparison.Breaks.Add($"the {name} is {(before is null ? "new" : "gone")}");
            }
        }

        return comparison;
    }

    private static JsonNode? Schema(JsonTypeInfo? type) => type?.GetJsonSchemaAsNode(ExporterOptions);
}
