using System.Globalization;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Cli.Output;

/// <summary>Lays out the line of one invocation: time, function, duration, outcome, cold start.</summary>
internal sealed class InvocationLine(TimeProvider time)
{
    private int _width = 16;

    /// <summary>Makes room for the longest of the names.</summary>
    public void Align(IEnumerable<string> names) => _width = names.Select(name => name.Length).DefaultIfEmpty(_width).Max();

    public Piece[] Of(string function, InvocationReport report)
    {
        var (outcome, tone) = Outcome(report);
        return
        [
            new Piece(time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), Tone.Quiet),
            new Piece($"  {function.PadRight(_width)}"),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  {report.Duration.TotalMilliseconds,8:F1} ms"), Tone.Quiet),
            new Piece($"  {outcome}", tone),
            new Piece(report.InitDuration is { } init ? string.Create(CultureInfo.InvariantCulture, $"  cold start {init.TotalMilliseconds:F0} ms") : "", Tone.Quiet),
        ];
    }

    private static (string Text, Tone Tone) Outcome(InvocationReport report)
    {
        var failure = report.ErrorType ?? report.Status;
        return failure is null ? ("ok", Tone.Good) : ($"failed  {failure}", Tone.Bad);
    }
}
