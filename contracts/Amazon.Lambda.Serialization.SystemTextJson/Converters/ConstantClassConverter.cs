using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Keeps the AWS SDK's constant classes, which older event types used, as their text.</summary>
public class ConstantClassConverter : JsonConverter<object>
{
    private static readonly HashSet<string> _names =
    [
        "Amazon.S3.EventType",
        "Amazon.DynamoDBv2.OperationType",
        "Amazon.DynamoDBv2.StreamViewType",
    ];

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => _names.Contains(typeToConvert.FullName);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "No event type of today has constant classes; a caller's own type keeps its constructor.")]
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Activator.CreateInstance(typeToConvert, reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
