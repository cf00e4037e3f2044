using System.Text.Json;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>A saga as a state machine carries it. Members that are not known here are handed on as they came.</summary>
internal sealed class SagaTaskDocument(JsonElement saga)
{
    public string SagaId => Text("sagaId") ?? throw new JsonException("The saga has no 'sagaId'.");

    public string State => saga.TryGetProperty("state", out var state) ? state.GetRawText() : throw new JsonException("The saga has no 'state'.");

    public DateTimeOffset? Deadline => Moment.TryParse(Text("deadline"), out var deadline) ? deadline : null;

    public string? ReplyTo => Text("replyTo");

    public string CorrelationId => Text("correlationId") ?? SagaId;

    /// <summary>What the failed task said, or the error's name.</summary>
    public string? Error => saga.TryGetProperty("failure", out var failure) && failure.ValueKind == JsonValueKind.Object ? ErrorOf(failure) : null;

    /// <summary>The saga with another state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="forgetsFailure">Whether what went wrong turned out to have gone well.</param>
    public byte[] WithState(string state, bool forgetsFailure = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var member in saga.EnumerateObject().Where(member => !forgetsFailure || !member.NameEquals("failure")))
            {
                writer.WritePropertyName(member.Name);
                if (member.NameEquals("state"))
                {
                    writer.WriteRawValue(state);
                }
                else
                {
                    member.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string? ErrorOf(JsonElement failure)
    {
        var cause = failure.TryGetProperty(nameof(SagaTaskFailure.Cause), out var text) ? text.GetString() : null;
        return MessageOf(cause) ?? (failure.TryGetProperty(nameof(SagaTaskFailure.Error), out var error) ? error.GetString() : null);
    }

    /// <summary>A function's error has its message as a member.</summary>
    private static string? MessageOf(string? cause)
    {
        try
        {
            using var error = JsonDocument.Parse(cause ?? "null");
            return error.RootElement.ValueKind == JsonValueKind.Object && error.RootElement.TryGetProperty("errorMessage", out var message)
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Text(string name) => saga.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
