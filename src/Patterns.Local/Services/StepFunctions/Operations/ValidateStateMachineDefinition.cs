using Patterns.Local.Services.StepFunctions.StateMachines;
using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class ValidateStateMachineDefinition : SyncOperation
{
    private const int MostDiagnostics = 100;

    public override string Name => nameof(ValidateStateMachineDefinition);

    protected override void Run(StepFunctionsCall call)
    {
        var type = StateMachineTypes.Parse(call.Input.Text("type"));
        var most = Most(call.Input);
        var diagnostics = DefinitionCheck.Parse(call.Input.Required("definition", StepFunctionsLimits.DefinitionLength), type).Diagnostics;
        call.Json.WriteString("result", diagnostics.Count == 0 ? "OK" : "FAIL");
        call.Json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics.Take(most))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("severity", "ERROR");
            call.Json.WriteString("code", diagnostic.Code);
            call.Json.WriteString("message", diagnostic.Message);
            call.Json.WriteString("location", diagnostic.Location);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteBoolean("truncated", diagnostics.Count > most);
    }

    private static int Most(JsonInput input) => input.Number("maxResults") switch
    {
        null or 0 => MostDiagnostics,
        > 0 and <= MostDiagnostics and var most => (int)most,
        var most => throw StepFunctionsErrors.OutOfRange(most.Value, "maxResults", 0, MostDiagnostics),
    };
}
