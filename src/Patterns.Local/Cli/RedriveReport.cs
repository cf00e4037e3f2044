using Patterns.Local.Cli.Output;
using Patterns.Local.Replays;

namespace Patterns.Local.Cli;

/// <summary>Says what became of each failure record, and what a redrive does not do.</summary>
internal static class RedriveReport
{
    public static void Write(IScreen screen, RedriveResult result)
    {
        foreach (var replay in result.Replays)
        {
            screen.Line(new Piece($"  {Word(replay.Outcome),-10}", Tone.Quiet), new Piece(Describe(replay)));
        }

        var replayed = result.Replays.Count(replay => replay.Outcome == ReplayOutcome.Replayed);
        var left = result.Replays.Count - replayed;
        screen.Line(new Piece(left == 0
            ? $"{Count(replayed, "failure record")} of {result.Queue} replayed and deleted."
            : $"{Count(replayed, "failure record")} of {result.Queue} replayed and deleted, {left} left in the queue."));
        if (result.Others > 0)
        {
            screen.Line(new Piece(
                $"{Count(result.Others, "message")} of {result.Queue} left alone: only failure records of stream mappings are replayed. Dead letters of a queue go back to it with StartMessageMoveTask; events of asynchronous invocations hold their payload themselves.",
                Tone.Warning));
        }
    }

    private static string Describe(Replay replay)
    {
        var (failed, name) = (replay.Failed, replay.Failed.StreamArn.Split('/') is [_, var stream, ..] ? stream : replay.Failed.StreamArn);
        var place = $"of {name} ({failed.ShardId}, from {failed.First})";
        var expired = replay.Expired > 0 ? $"; {Count(replay.Expired, "record")} aged out" : "";
        return replay.Outcome switch
        {
            ReplayOutcome.Replayed => $"{Count(replay.Records, "record")} {place}{expired}",
            ReplayOutcome.Expired => $"{Count(replay.Expired, "record")} {place}: the stream no longer has them",
            _ => $"{Count(failed.Count, "record")} {place}: {replay.Reason}{expired}",
        };
    }

    private static string Word(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Replayed => "replayed",
        ReplayOutcome.Failed => "failed",
        ReplayOutcome.Expired => "aged out",
        _ => "not done",
    };

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
