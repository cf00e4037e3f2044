using Amazon.Lambda.Core;

namespace Patterns.StreamTransform.Internal;

/// <summary>Every log message of transforms. They name records and never quote them.</summary>
internal static class Log
{
    public static void Dropped(ILambdaLogger? logger, string transform, int records, IReadOnlyDictionary<string, int> tally) => logger?.Log(
        LogLevel.Information,
        "{Transform} left out {Dropped} of {Records} records and their parts: {Reasons}.",
        transform,
        tally.Values.Sum(),
        records,
        string.Join(", ", tally.Select(reason => $"{reason.Key} {reason.Value}")));
}
