using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

/// <summary>Runs an Express state machine and answers with its end.</summary>
internal sealed class StartSyncExecution : IStepFunctionsOperation
{
    private const int BilledMegabytes = 64;
    private const int BilledStep = 100;

    public string Name => nameof(StartSyncExecution);

    public async ValueTask RunAsync(StepFunctionsCall call)
    {
        var hasData = ExecutionJson.HasData(call.Input);
        var execution = call.Service.Executions.StartExpress(Starting.Read(call.Input));
        var end = await execution.Ended.WaitAsync(call.Aborted).ConfigureAwait(false);
        ExecutionJson.Write(call.Json, execution, hasData);
        var milliseconds = (end.At - execution.StartedAt).TotalMilliseconds;
        call.Json.WriteStartObject("billingDetails");
        call.Json.WriteNumber("billedMemoryUsedInMB", BilledMegabytes);
        call.Json.WriteNumber("billedDurationInMilliseconds", (long)Math.Ceiling(milliseconds / BilledStep) * BilledStep);
        call.Json.WriteEndObject();
    }
}
