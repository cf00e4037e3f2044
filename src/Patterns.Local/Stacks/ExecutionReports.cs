using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.StepFunctions.Executions;

namespace Patterns.Local.Stacks;

/// <summary>Tells the developer how executions of state machines end.</summary>
internal sealed class ExecutionReports(IFunctionConsole console) : IExecutionLog
{
    private const int LongestCause = 200;

    // Causes of failed paths repeat the state's input.
    private const string InputFollows = " in the input '";

    public void Ended(Execution execution)
    {
        var end = execution.End!;
        console.ExecutionEnded(new ExecutionReport(execution.Machine.Name, execution.Name, execution.Status, end.At - execution.StartedAt)
        {
            Error = end.Result.Error?.Error,
            Cause = end.Result.Error?.Cause is { } cause ? Short(cause) : null,
        });
    }

    private static string Short(string cause)
    {
        var input = cause.IndexOf(InputFollows, StringComparison.Ordinal);
        var line = (input < 0 ? cause : cause[..input]).ReplaceLineEndings(" ");
        return line.Length <= LongestCause ? line : $"{line[..LongestCause]}…";
    }
}
