using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Async;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>Reads and writes the configuration of asynchronous events.</summary>
internal static class EventInvokeConfigJson
{
    /// <summary>What the request names replaces what <paramref name="old"/> has.</summary>
    public static EventInvokeConfig Read(LambdaInput input, EventInvokeConfig old)
    {
        var destinations = input.Object("DestinationConfig");
        return old with
        {
            MaximumRetryAttempts = input.Number("MaximumRetryAttempts") ?? old.MaximumRetryAttempts,
            MaximumEventAge = input.Number("MaximumEventAgeInSeconds") is { } age ? TimeSpan.FromSeconds(age) : old.MaximumEventAge,
            OnSuccess = destinations is { } given ? given.Object("OnSuccess")?.Text("Destination") : old.OnSuccess,
            OnFailure = destinations is { } named ? named.Object("OnFailure")?.Text("Destination") : old.OnFailure,
        };
    }

    public static Task AnswerAsync(LambdaCall call, RegisteredFunction function, EventInvokeConfig config) =>
        call.AnswerAsync(200, json => Write(json, function, config));

    public static void Write(Utf8JsonWriter json, RegisteredFunction function, EventInvokeConfig config)
    {
        json.WriteStartObject();
        json.WriteNumber("LastModified", config.LastModified.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteString("FunctionArn", $"{function.Arn}:{InvocationResult.Latest}");
        if (config.MaximumRetryAttempts is { } retries)
        {
            json.WriteNumber("MaximumRetryAttempts", retries);
        }

        if (config.MaximumEventAge is { } age)
        {
            json.WriteNumber("MaximumEventAgeInSeconds", (int)age.TotalSeconds);
        }

        json.WriteStartObject("DestinationConfig");
        WriteDestination(json, "OnSuccess", config.OnSuccess);
        WriteDestination(json, "OnFailure", config.OnFailure);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDestination(Utf8JsonWriter json, string name, string? target)
    {
        json.WriteStartObject(name);
        if (target is not null)
        {
            json.WriteString("Destination", target);
        }

        json.WriteEndObject();
    }
}
