using System.Globalization;
using System.Text;

namespace Patterns.Local.Functions.Logs;

/// <summary>The figures of one finished invocation.</summary>
internal sealed record InvocationReport(string Function, string RequestId, TimeSpan Duration)
{
    /// <summary>Set on the first invocation of a new environment.</summary>
    public TimeSpan? InitDuration { get; init; }

    /// <summary>What caused the invocation; null for a direct call.</summary>
    public InvocationOrigin? Origin { get; init; }

    public int MemoryMegabytes { get; init; }

    public int MaxMemoryUsedMegabytes { get; init; }

    /// <summary><c>error</c> or <c>timeout</c> when the environment failed; null when the function returned or threw.</summary>
    public string? Status { get; init; }

    /// <summary>The error that the caller sees; null when the function returned.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The line for an initialisation that failed before there was an invocation to report.</summary>
    public static string FailedInit(TimeSpan duration, string status, string errorType)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"INIT_REPORT Init Duration: {duration.TotalMilliseconds:F2} ms\tPhase: init\tStatus: {status}");
        return status == "error" ? $"{line}\tError Type: {errorType}" : line;
    }

    /// <summary>The line as CloudWatch shows it.</summary>
    public override string ToString()
    {
        var billed = Math.Ceiling((Duration + (InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"REPORT RequestId: {RequestId}\tDuration: {Duration.TotalMilliseconds:F2} ms\tBilled Duration: {billed:F0} ms\t");
        line.Append(CultureInfo.InvariantCulture, $"Memory Size: {MemoryMegabytes} MB\tMax Memory Used: {MaxMemoryUsedMegabytes} MB");
        if (InitDuration is { } init)
        {
            line.Append(CultureInfo.InvariantCulture, $"\tInit Duration: {init.TotalMilliseconds:F2} ms");
        }

        if (Status is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $"\tStatus: {Status}");
            line.Append(Status == "error" ? $"\tError Type: {ErrorType}" : "");
        }

        return line.ToString();
    }
}
