using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

internal static class ArrayFunctions
{
    private const int MaxRange = 1000;

    public static ArrayData Partition(IntrinsicArguments arguments)
    {
        var (items, size) = (arguments.Array(0), arguments.Integer(1));
        if (size <= 0)
        {
            throw new IntrinsicException($"The size of a part must be greater than zero, but was: {size}");
        }

        return new ArrayData([.. items.Chunk(size).Select(part => new ArrayData(part))]);
    }

    public static BooleanData Contains(IntrinsicArguments arguments) => BooleanData.Of(arguments.Array(0).Any(arguments[1].IsSameAs));

    /// <summary>From the first up to and with the second, at most 1,000 numbers.</summary>
    public static ArrayData Range(IntrinsicArguments arguments)
    {
        long first = arguments.Integer(0), last = arguments.Integer(1), step = arguments.Integer(2);
        if (step == 0)
        {
            throw new IntrinsicException("The step of a range must not be zero.");
        }

        var count = Math.Max(0, ((last - first) / step) + 1);
        if (step > 0 ? last < first : last > first)
        {
            count = 0;
        }

        return count <= MaxRange
            ? new ArrayData([.. Enumerable.Range(0, (int)count).Select(index => new NumberData(first + (index * step)))])
            : throw new IntrinsicException($"A range has at most {MaxRange} items, but this one has {count}.");
    }

    public static JsonData GetItem(IntrinsicArguments arguments)
    {
        var (items, index) = (arguments.Array(0), arguments.Integer(1));
        return index >= 0 && index < items.Count
            ? items[index]
            : throw new IntrinsicException($"The index {index} is out of bounds for an array of length {items.Count}.");
    }

    public static ArrayData Unique(IntrinsicArguments arguments)
    {
        var seen = new HashSet<JsonData>(SameValue.Instance);
        return new ArrayData([.. arguments.Array(0).Where(seen.Add)]);
    }
}
