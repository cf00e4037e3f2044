using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Serializes the types that a source-generated context registers; fit for trimming and native code.</summary>
public class SourceGeneratorLambdaJsonSerializer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    /// <summary>Uses the default options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null)
    {
    }

    /// <summary>Lets the caller change the options before the context is made from them.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    /// <summary>Lets the caller change how JSON is written.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer)
    {
    }

    /// <summary>Lets the caller change the options before the context is made from them.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        // A base virtual that sets up options is the official extension point.
#pragma warning disable CA2214
        SerializerOptions = CreateDefaultJsonSerializationOptions();
#pragma warning restore CA2214
        customizer?.Invoke(SerializerOptions);
        _context = CreateContext(SerializerOptions);
    }

    /// <summary>How values map to JSON.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfoOf<T>());

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeInfoOf<T>());

    private static TSGContext CreateContext(JsonSerializerOptions options)
    {
        // Callers may expect the exception type of the official package.
#pragma warning disable CA2201
        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new ApplicationException($"{typeof(TSGContext).FullName} has no constructor that takes JsonSerializerOptions.");
#pragma warning restore CA2201
        return (TSGContext)constructor.Invoke([options]);
    }

    private JsonTypeInfo<T> TypeInfoOf<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new JsonSerializerException($"{typeof(TSGContext).FullName} registers no type {typeof(T).FullName}.");
}
