using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

internal static class DeleteFunctionConcurrency
{
    public static Task RunAsync(LambdaCall call)
    {
        call.Service.Concurrency.Reserve(call.Function().Name, null);
        return call.AnswerNothingAsync(204);
    }
}
