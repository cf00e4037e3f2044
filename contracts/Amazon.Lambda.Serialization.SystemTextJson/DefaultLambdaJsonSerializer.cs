using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Serializes by reflection; for trimmed and native functions there is the source-generated one.</summary>
[RequiresUnreferencedCode(UntrimmableMessage)]
public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer, ILambdaSerializer
{
    internal const string UntrimmableMessage =
        "This serializer finds members by reflection. Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext.";

    private const string DynamicCodeJustification = "The class warns of trimming, which native code implies.";

    /// <summary>Uses the default options.</summary>
    public DefaultLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>Lets the caller change the options.</summary>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    /// <summary>Lets the caller change the options.</summary>
    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        // A base virtual that sets up options is the official extension point.
#pragma warning disable CA2214
        SerializerOptions = CreateDefaultJsonSerializationOptions();
#pragma warning restore CA2214
        customizer?.Invoke(SerializerOptions);
    }

    /// <summary>How values map to JSON.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = DynamicCodeJustification)]
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, SerializerOptions);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = DynamicCodeJustification)]
    protected override T InternalDeserialize<T>(byte[] utf8Json) =>
        JsonSerializer.Deserialize<T>(utf8Json, SerializerOptions);
}
