namespace Patterns.Local.Services.EventPatterns.Matching;

/// <summary>The element of an array that a value was found in, and the place of that array in outer ones.</summary>
/// <param name="Outer">Null when no other array is around.</param>
/// <param name="Array">A number that the document's arrays get in the order of a pass.</param>
/// <param name="Element">The index in the array.</param>
internal sealed record ArrayPlace(ArrayPlace? Outer, int Array, int Element)
{
    private readonly int _depth = Outer is null ? 1 : Outer._depth + 1;

    /// <summary>The number of the outermost array around.</summary>
    public int Root { get; } = Outer?.Root ?? Array;

    /// <summary>False when the two values lie in different elements of one array.</summary>
    public static bool AreConsistent(ArrayPlace first, ArrayPlace second)
    {
        ArrayPlace? one = first;
        ArrayPlace? other = second;
        while (one is not null && other is not null)
        {
            if (one.Array == other.Array)
            {
                return one.Element == other.Element;
            }

            if (one._depth > other._depth)
            {
                one = one.Outer;
            }
            else
            {
                other = other.Outer;
            }
        }

        return true;
    }
}
