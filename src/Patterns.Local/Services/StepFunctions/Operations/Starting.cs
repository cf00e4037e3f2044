using Patterns.Local.Services.StepFunctions.Executions;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

/// <summary>Reads what an execution is started with.</summary>
internal static class Starting
{
    private const int TraceHeaderLength = 256;

    public static StartRequest Read(JsonInput input) => new(
        input.Required("stateMachineArn", StepFunctionsLimits.ArnLength),
        input.Text("name"),
        input.Text("input"),
        input.Text("traceHeader", TraceHeaderLength));
}
