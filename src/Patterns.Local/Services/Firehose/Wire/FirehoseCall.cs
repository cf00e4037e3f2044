using System.Text.Json;

namespace Patterns.Local.Services.Firehose.Wire;

/// <summary>One request on its way through an operation.</summary>
/// <param name="service">The delivery streams.</param>
/// <param name="input">The request.</param>
/// <param name="json">The answer, inside of its object.</param>
internal sealed class FirehoseCall(FirehoseService service, FirehoseInput input, Utf8JsonWriter json)
{
    public FirehoseService Service => service;

    public FirehoseInput Input => input;

    public Utf8JsonWriter Json => json;
}
