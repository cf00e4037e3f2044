using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary><c>states:startExecution</c>, which with <c>.sync</c> waits for the end of what it started, and stops it when it is stopped itself.</summary>
internal sealed class NestedExecution(Func<StartRequest, Execution> start, bool isOptimised) : IJobIntegration
{
    public Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<JsonData>(Response(Start(request)));

    public Task<SubmittedJob> SubmitAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        var execution = Start(request);
        var hasJson = request.Resource.Pattern == IntegrationPattern.RunJobJson;
        return Task.FromResult(new SubmittedJob(Response(execution), cancellation => WaitAsync(execution, hasJson, cancellation)));
    }

    private static async Task<TaskOutcome> WaitAsync(Execution execution, bool hasJson, CancellationToken cancellationToken)
    {
        try
        {
            var end = await execution.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
            var description = Description(execution, end, hasJson);
            return end.Result.Status == ExecutionStatus.Succeeded
                ? TaskOutcome.Success(description)
                : TaskOutcome.Failure(new StatesError(StatesErrors.TaskFailed, description.ToString()));
        }
        catch (OperationCanceledException)
        {
            execution.Run!.Stop(new StatesError(null, "The task that waits for the execution was stopped."));
            throw;
        }
    }

    private static ObjectData Description(Execution execution, ExecutionEnd end, bool hasJson)
    {
        var included = ObjectData.Of(("Included", BooleanData.True));
        var description = ObjectData.Of(
            ("ExecutionArn", new TextData(execution.Arn)),
            ("Input", hasJson ? execution.Input : new TextData(execution.InputText)),
            ("InputDetails", included),
            ("Name", new TextData(execution.Name)),
            ("RedriveCount", new NumberData(0L)),
            ("StartDate", new NumberData(execution.StartedAt.ToUnixTimeMilliseconds())),
            ("StateMachineArn", new TextData(execution.Machine.Arn)),
            ("Status", new TextData(execution.Status)),
            ("StopDate", new NumberData(end.At.ToUnixTimeMilliseconds())));
        if (end.Result.Output is { } output)
        {
            return description.With("Output", hasJson ? output : new TextData(end.OutputText!)).With("OutputDetails", included);
        }

        description = end.Result.Error?.Error is { } error ? description.With("Error", new TextData(error)) : description;
        return end.Result.Error?.Cause is { } cause ? description.With("Cause", new TextData(cause)) : description;
    }

    private ObjectData Response(Execution execution)
    {
        var response = ObjectData.Of(
            ("ExecutionArn", new TextData(execution.Arn)),
            ("StartDate", new NumberData(execution.StartedAt.ToUnixTimeMilliseconds() / 1000d)));
        return isOptimised ? ResponseMetadata.AddTo(response) : response;
    }

    private Execution Start(IntegrationRequest request)
    {
        var parameters = request.Read();
        try
        {
            return start(new StartRequest(parameters.Required("StateMachineArn"), parameters.Text("Name"), parameters.TextOrJson("Input"), request.Execution.TraceHeader));
        }
        catch (AwsException error)
        {
            throw isOptimised
                ? ServiceFailure.Of(error, "StepFunctions", "AWSStepFunctions", "AWSStepFunctionsException")
                : ServiceFailure.Of(error, "Sfn", "Sfn", "SfnException");
        }
    }
}
