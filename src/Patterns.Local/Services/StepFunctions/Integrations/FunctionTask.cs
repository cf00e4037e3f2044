using System.Text;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Runs a function for a task.</summary>
internal sealed class FunctionTask(LambdaService lambda) : IIntegration
{
    /// <summary>A resource that is a function's ARN: the parameters are its payload, its reply is the result.</summary>
    public async Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        var result = await InvokeAsync(request, request.Resource.Arn, request.Parameters, InvocationOptions.None, cancellationToken).ConfigureAwait(false);
        return Reply(result);
    }

    /// <summary>Runs the function and waits for its reply.</summary>
    /// <exception cref="IntegrationException">The function failed, or could not be run.</exception>
    public async Task<InvocationResult> InvokeAsync(
        IntegrationRequest request, string functionName, JsonData payload, InvocationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var reference = FunctionReference.Parse(functionName, options.Qualifier);
            var function = lambda.Functions.Find(reference);
            var own = options with { Qualifier = reference.Qualifier, Origin = new InvocationOrigin($"states {request.Execution.Machine.Name}"), TraceId = request.Execution.TraceHeader };
            var result = await lambda.Invoker.InvokeAsync(function.Name, payload.ToUtf8(), own, cancellationToken).ConfigureAwait(false);
            return result.Succeeded ? result : throw Failure(result);
        }
        catch (AwsException error)
        {
            throw ServiceFailure.Of(error, "Lambda", "AWSLambda", "AWSLambdaException");
        }
    }

    /// <summary>The function's reply as JSON.</summary>
    /// <exception cref="IntegrationException">It is none.</exception>
    public static JsonData Reply(InvocationResult result)
    {
        try
        {
            return result.Payload.IsEmpty ? NullData.Instance : JsonData.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            throw IntegrationException.Runtime("The function's reply is no JSON.");
        }
    }

    private static IntegrationException Failure(InvocationResult result) =>
        new(new StatesError(ErrorPayload.ReadType(result.Payload.Span) ?? "Lambda.Unknown", Encoding.UTF8.GetString(result.Payload.Span)));
}
