using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What the JSON serializers have in common: streams, options and errors.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    private const string DebugVariable = "LAMBDA_NET_SERIALIZER_DEBUG";

    private readonly bool _debug;

    /// <summary>Reads the debug switch from the environment.</summary>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
        _debug = string.Equals(Environment.GetEnvironmentVariable(DebugVariable), "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How JSON is written.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    /// <summary>Writes <paramref name="response"/> as JSON.</summary>
    /// <exception cref="JsonSerializerException">The object has no JSON form.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            if (_debug && response is not null)
            {
                SerializeAloud(response, responseStream);
                return;
            }

            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException($"Cannot write the handler's result of type {typeof(T).FullName} as JSON: {e.Message}", e);
        }
    }

    /// <summary>Reads the whole stream as one JSON value.</summary>
    /// <exception cref="JsonSerializerException">The payload is not JSON or does not fit the type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            var utf8Json = ReadAll(requestStream);
            if (_debug)
            {
                Console.WriteLine($"Lambda Deserialize {typeof(T).FullName}: {System.Text.Encoding.UTF8.GetString(utf8Json)}");
            }

            return InternalDeserialize<T>(utf8Json);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException($"Cannot read the event's JSON as type {typeof(T).FullName}: {e.Message}", e);
        }
    }

    /// <summary>The options that AWS event payloads need.</summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters =
        {
            new DateTimeConverter(),
            new MemoryStreamConverter(),
            new ConstantClassConverter(),
            new ByteArrayConverter(),
        },
    };

    /// <summary>Writes one value.</summary>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    /// <summary>Reads one value.</summary>
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream memory)
        {
            return memory.ToArray();
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void SerializeAloud<T>(T response, Stream responseStream)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            InternalSerialize(writer, response);
        }

        var utf8Json = buffer.ToArray();
        Console.WriteLine($"Lambda Serialize {response.GetType().FullName}: {System.Text.Encoding.UTF8.GetString(utf8Json)}");
        responseStream.Write(utf8Json);
    }
}
