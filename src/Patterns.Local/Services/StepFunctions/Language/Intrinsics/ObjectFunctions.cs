using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

internal static class ObjectFunctions
{
    /// <summary>A shallow merge; of members with one name the second object's counts.</summary>
    public static ObjectData Merge(IntrinsicArguments arguments)
    {
        var (first, second) = (arguments.Object(0), arguments.Object(1));
        if (arguments[2] is not BooleanData { Value: false })
        {
            throw new IntrinsicException("Only the shallow merging mode is supported: the third argument must be false.");
        }

        var merged = new ObjectBuilder();
        foreach (var (name, value) in first.Members.Concat(second.Members))
        {
            merged.Set(name, value);
        }

        return merged.Build();
    }
}
