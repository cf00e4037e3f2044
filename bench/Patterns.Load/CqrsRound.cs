using System.Globalization;

namespace Patterns.Load;

/// <summary>What one round came to.</summary>
/// <param name="Rate">Commands a second that were asked for.</param>
/// <param name="Took">How long the round took until every command had its reply.</param>
/// <param name="Replies">How long each command waited for its reply, from the moment at which it was due.</param>
/// <param name="Views">How long after its reply the view showed what a command wrote.</param>
/// <param name="TriedAgain">Answers that said to come again.</param>
internal sealed record CqrsRound(int Rate, TimeSpan Took, IReadOnlyCollection<TimeSpan> Replies, IReadOnlyCollection<TimeSpan> Views, int TriedAgain)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Rate} | {Replies.Count / Took.TotalSeconds:F1} | {At(Replies, 0.5)} | {At(Replies, 0.99)} | {At(Views, 0.5)} | {At(Views, 0.99)} | {TriedAgain} |");

    private static string At(IReadOnlyCollection<TimeSpan> values, double part) => values.Count == 0
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{values.Order().ElementAt((int)Math.Min(values.Count - 1, part * values.Count)).TotalMilliseconds:F0} ms");
}
