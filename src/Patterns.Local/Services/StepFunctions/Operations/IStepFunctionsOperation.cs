using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

/// <summary>One operation of the API: reads its parameters, acts, then answers. It throws before it answers, or not at all.</summary>
internal interface IStepFunctionsOperation
{
    string Name { get; }

    ValueTask RunAsync(StepFunctionsCall call);
}
