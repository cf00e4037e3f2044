using System.Text;

namespace Patterns;

/// <summary>Records of an invocation failed, and their source learns of it only by an exception.</summary>
public sealed class BatchFailedException : AggregateException
{
    private const int MostNamed = 10;

    /// <summary>Makes the exception for the failures of <paramref name="outcome"/>.</summary>
    public BatchFailedException(BatchOutcome outcome)
        : base(Describe(outcome), outcome.Failures.Select(failure => failure.Exception).OfType<Exception>())
    {
        Outcome = outcome;
    }

    /// <summary>All failures.</summary>
    public BatchOutcome Outcome { get; }

    /// <summary>The failures' identifiers and reasons, without the messages of the exceptions behind them.</summary>
    public override string Message => Describe(Outcome);

    private static string Describe(BatchOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var text = new StringBuilder().Append($"{outcome.Failures.Count} of {outcome.Count} {outcome.Source} records failed: ");
        text.AppendJoin(", ", outcome.Failures.Take(MostNamed).Select(failure => $"{failure.Id} ({failure.Reason})"));
        return text.Append(outcome.Failures.Count > MostNamed ? ", …" : "").ToString();
    }
}
