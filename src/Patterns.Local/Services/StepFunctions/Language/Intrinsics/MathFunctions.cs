using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Intrinsics;

internal static class MathFunctions
{
    public static NumberData Add(IntrinsicArguments arguments) => new((long)arguments.Integer(0) + arguments.Integer(1));

    /// <summary>From the first up to but without the second; the same seed gives the same number.</summary>
    public static NumberData Random(IntrinsicArguments arguments)
    {
        long first = arguments.Integer(0), end = arguments.Integer(1);
        if (first >= end)
        {
            throw new IntrinsicException($"The start of the range must be less than its end, but was: {first} and {end}");
        }

        var drawn = arguments.Count == 3 ? Seeded(arguments.Integer(2)) : arguments.NextRandom();
        return new NumberData(first + (long)(drawn * (end - first)));
    }

    [SuppressMessage("Security", "CA5394", Justification = "The numbers keep no secret.")]
    private static double Seeded(int seed) => new Random(seed).NextDouble();
}
