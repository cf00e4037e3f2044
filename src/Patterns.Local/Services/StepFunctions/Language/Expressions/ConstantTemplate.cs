using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>A part of a template that is the same for all data.</summary>
internal sealed class ConstantTemplate(JsonData value) : PayloadTemplate
{
    public override JsonData Evaluate(IDataScope scope) => value;
}
