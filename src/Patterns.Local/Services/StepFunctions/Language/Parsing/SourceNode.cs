using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Parsing;

/// <summary>A value of a definition together with its place in the text.</summary>
/// <param name="Data">The value.</param>
/// <param name="Location">The place as diagnostics name it, such as <c>/States/Pay/Next</c>.</param>
/// <param name="Offset">The first byte of the value, or of its name when it is a member.</param>
internal sealed record SourceNode(JsonData Data, string Location, int Offset)
{
    /// <summary>The members of an object in order, one for each name in the text.</summary>
    public IReadOnlyList<KeyValuePair<string, SourceNode>> Members { get; init; } = [];

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<SourceNode> Items { get; init; } = [];

    public SourceNode? Find(string name)
    {
        for (var i = Members.Count - 1; i >= 0; i--)
        {
            if (Members[i].Key == name)
            {
                return Members[i].Value;
            }
        }

        return null;
    }
}
