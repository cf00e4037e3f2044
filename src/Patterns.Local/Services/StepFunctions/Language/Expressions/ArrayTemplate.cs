using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

internal sealed class ArrayTemplate(PayloadTemplate[] items) : PayloadTemplate
{
    public override JsonData Evaluate(IDataScope scope) => new ArrayData(Array.ConvertAll(items, item => item.Evaluate(scope)));
}
