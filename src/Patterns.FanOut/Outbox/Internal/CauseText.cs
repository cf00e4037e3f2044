namespace Patterns.FanOut.Internal;

/// <summary>Why a message was not taken, as an attribute may hold it.</summary>
internal static class CauseText
{
    public static string Of(IReadOnlyList<RouteResult> failures) => FailureAttributes.Clean(string.Join("; ", failures.Select(Describe)));

    private static string Describe(RouteResult result) => result.Failure!.Message is { Length: > 0 } message
        ? $"{result.Name}: {result.Failure.Code}: {message}"
        : $"{result.Name}: {result.Failure.Code}";
}
