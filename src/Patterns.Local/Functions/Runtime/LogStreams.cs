using System.Globalization;

namespace Patterns.Local.Functions.Runtime;

/// <summary>How the log stream of an environment is named.</summary>
internal static class LogStreams
{
    public static string Name(DateTimeOffset now, string environmentId) =>
        string.Create(CultureInfo.InvariantCulture, $"{now:yyyy/MM/dd}/[{InvocationResult.Latest}]{environmentId}");
}
