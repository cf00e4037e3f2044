using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

/// <summary>Values are equal when they are the same JSON value.</summary>
internal sealed class SameValue : IEqualityComparer<JsonData>
{
    public static SameValue Instance { get; } = new();

    public bool Equals(JsonData? x, JsonData? y) => x is null || y is null ? ReferenceEquals(x, y) : x.IsSameAs(y);

    public int GetHashCode([DisallowNull] JsonData obj) => obj switch
    {
        TextData text => text.Value.GetHashCode(StringComparison.Ordinal),
        NumberData number => number.Value.GetHashCode(),
        ArrayData array => HashCode.Combine(typeof(ArrayData), array.Items.Count, array.Items.Count > 0 ? GetHashCode(array.Items[0]) : 0),
        ObjectData members => HashCode.Combine(typeof(ObjectData), members.Members.Count),
        _ => obj.ByteCount,
    };
}
