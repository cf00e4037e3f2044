using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Expressions that see an input and nothing else.</summary>
internal sealed class InputScope(JsonData input) : IDataScope
{
    public JsonData Input => input;

    public JsonData Context => ObjectData.Empty;

    public JsonData? Variable(string name) => null;

    public double NextRandom() => 0;
}
