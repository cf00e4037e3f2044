using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary><c>[3]</c>, and <c>[-1]</c> from the end.</summary>
internal sealed class IndexStep(int index) : PathStep
{
    public int Index { get; } = index;

    public override bool IsDefinite => true;

    public override JsonData? SelectOne(JsonData value)
    {
        if (value is not ArrayData array)
        {
            return null;
        }

        var place = Index < 0 ? array.Items.Count + Index : Index;
        return place >= 0 && place < array.Items.Count ? array.Items[place] : null;
    }
}
