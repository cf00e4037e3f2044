using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class GetFunctionConcurrency
{
    public static Task RunAsync(LambdaCall call) => AnswerAsync(call, call.Service.Concurrency.Reserved(call.Function().Name));

    public static Task AnswerAsync(LambdaCall call, int? reserved) => call.AnswerAsync(200, json =>
    {
        json.WriteStartObject();
        if (reserved is { } value)
        {
            json.WriteNumber("ReservedConcurrentExecutions", value);
        }

        json.WriteEndObject();
    });
}
