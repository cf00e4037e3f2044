using System.Buffers;
using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Runs an operation of a service that speaks JSON, with a task's parameters as its request.</summary>
internal static class JsonOperation
{
    // What a service answers is never checked twice.
    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true };

    /// <param name="parameters">The request.</param>
    /// <param name="run">Runs the operation: gets the request's bytes, and writes the members of the answer.</param>
    /// <exception cref="AwsException">The service refused.</exception>
    /// <exception cref="IntegrationException">The parameters have a form that the operation does not take.</exception>
    public static async Task<ObjectData> RunAsync(JsonData parameters, Func<ReadOnlySequence<byte>, Utf8JsonWriter, ValueTask> run)
    {
        var answer = new ArrayBufferWriter<byte>();
        var json = new Utf8JsonWriter(answer, s_options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            try
            {
                await run(new ReadOnlySequence<byte>(parameters.ToUtf8()), json).ConfigureAwait(false);
            }
            catch (JsonException)
            {
                throw IntegrationException.Runtime("The parameters have a form that the operation does not take.");
            }

            json.WriteEndObject();
        }

        return (ObjectData)JsonData.Parse(answer.WrittenSpan);
    }
}
