using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>How a state ended: with an output for the next state or for the end of its graph, or with an error.</summary>
/// <param name="Output">Null when there is an error.</param>
/// <param name="Next">Null when the graph ends here.</param>
/// <param name="Error">Null when there is an output.</param>
internal readonly record struct StateOutcome(JsonData? Output, string? Next, StatesError? Error)
{
    public static StateOutcome Failed(StatesError error) => new(null, null, error);
}
