using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>Reserves concurrency for a function; zero stops it.</summary>
internal static class PutFunctionConcurrency
{
    public static Task RunAsync(LambdaCall call)
    {
        var function = call.Function();
        var reserved = call.Input().Number("ReservedConcurrentExecutions")
            ?? throw LambdaErrors.Validation("null", "reservedConcurrentExecutions", "Member must not be null");
        if (reserved < 0)
        {
            throw LambdaErrors.Validation($"{reserved}", "reservedConcurrentExecutions", "Member must have value greater than or equal to 0");
        }

        call.Service.Concurrency.Reserve(function.Name, reserved);
        return GetFunctionConcurrency.AnswerAsync(call, reserved);
    }
}
