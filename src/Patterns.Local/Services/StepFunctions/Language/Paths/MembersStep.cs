using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>['a','b']</c>: an object of those members that there are.</summary>
internal sealed class MembersStep(string[] names) : PathStep
{
    public override bool IsDefinite => true;

    public override JsonData? SelectOne(JsonData value)
    {
        if (value is not ObjectData members)
        {
            return null;
        }

        var picked = new ObjectBuilder();
        foreach (var name in names)
        {
            if (members.TryGet(name, out var member))
            {
                picked.Set(name, member);
            }
        }

        return picked.Build();
    }
}
