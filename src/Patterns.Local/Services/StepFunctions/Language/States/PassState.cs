using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

internal sealed class PassState : StateDefinition
{
    public override StateType Type => StateType.Pass;

    /// <summary>The result; when null, the parameters or else the input are.</summary>
    public JsonData? Result { get; init; }

    public PayloadTemplate? Parameters { get; init; }

    /// <summary>Where the result goes; null when it is dropped.</summary>
    public ReferencePath? ResultPath { get; init; }
}
