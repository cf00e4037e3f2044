using System.Buffers;
using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Wire;

/// <summary>One request on its way through an operation.</summary>
/// <param name="service">The tables.</param>
/// <param name="body">The request; valid until the operation returns.</param>
/// <param name="json">The answer, inside of its object.</param>
internal sealed class DynamoDbCall(DynamoDbService service, ReadOnlySequence<byte> body, Utf8JsonWriter json)
{
    public DynamoDbService Service => service;

    public ReadOnlySequence<byte> Body => body;

    public Utf8JsonWriter Json => json;
}
