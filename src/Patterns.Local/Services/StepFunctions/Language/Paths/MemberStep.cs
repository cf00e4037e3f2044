using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>.name</c> and <c>['name']</c>.</summary>
internal sealed class MemberStep(string name) : PathStep
{
    public string Name { get; } = name;

    public override bool IsDefinite => true;

    public override JsonData? SelectOne(JsonData value) =>
        value is ObjectData members && members.TryGet(Name, out var member) ? member : null;
}
