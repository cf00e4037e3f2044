using System.Globalization;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli.Output;

/// <summary>Lays out the line of one invocation: time, function, trigger, records, duration, outcome, cold start.</summary>
internal sealed class InvocationLine(TimeProvider time)
{
    private int _functionWidth = 16;
    private int _triggerWidth = 16;

    /// <summary>Makes room for the longest names of the stack.</summary>
    public void Align(ProvisionedStack stack)
    {
        _functionWidth = Longest(stack, FunctionResource.TypeName, item => item.LogicalId.Length);
        var queues = Longest(stack, "AWS::SQS::Queue", item => "sqs ".Length + item.LogicalId.Length);
        _triggerWidth = stack.Resources.Select(item => item.Resource.Trigger?.Length ?? 0).Append(queues).Max();
    }

    public Piece[] Of(string function, string trigger, InvocationReport report)
    {
        var (outcome, tone) = Outcome(report);
        return
        [
            new Piece(time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), Tone.Quiet),
            new Piece($"  {function.PadRight(_functionWidth)}"),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  {trigger.PadRight(_triggerWidth)}  {Records(report),5}"), Tone.Quiet),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  {report.Duration.TotalMilliseconds,8:F1} ms")),
            new Piece($"  {outcome}", tone),
            new Piece(report.InitDuration is { } init ? string.Create(CultureInfo.InvariantCulture, $"  cold start {init.TotalMilliseconds:F0} ms") : "", Tone.Quiet),
        ];
    }

    /// <summary>The line of an execution of a state machine that has ended.</summary>
    public Piece[] Of(string machine, ExecutionReport report)
    {
        var failure = $"{report.Status.ToLowerInvariant().Replace('_', ' ')}  {report.Error} {report.Cause}".TrimEnd();
        return
        [
            new Piece(time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), Tone.Quiet),
            new Piece($"  {machine.PadRight(_functionWidth)}"),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  {$"run {report.Execution}".PadRight(_triggerWidth)}       "), Tone.Quiet),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  {report.Duration.TotalMilliseconds,8:F1} ms")),
            report.Succeeded ? new Piece("  ok", Tone.Good) : new Piece($"  {failure}", Tone.Bad),
        ];
    }

    private static int Longest(ProvisionedStack stack, string type, Func<StackItem, int> length) =>
        stack.Resources.Where(item => item.Type == type).Select(length).DefaultIfEmpty(8).Max();

    private static string Records(InvocationReport report) =>
        report.Origin is { Records: > 1 and var records } ? string.Create(CultureInfo.InvariantCulture, $"x {records}") : "";

    private static (string Text, Tone Tone) Outcome(InvocationReport report)
    {
        var failure = report.ErrorType ?? report.Status;
        return failure is null ? ("ok", Tone.Good) : ($"failed  {failure}", Tone.Bad);
    }
}
