using System.Diagnostics.Metrics;
using Patterns.Workflows;

namespace Patterns.TwoWayChain.Internal;

/// <summary>The instruments of requests of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class RequestMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Replies =
        Meter.CreateCounter<long>("patterns.requests.replies", "{reply}", "Replies that came, by what became of them: taken, duplicate or late.");

    private static readonly Counter<long> Ended =
        Meter.CreateCounter<long>("patterns.requests.ended", "{request}", "Requests whose end was handed over, by state; again when it was done twice.");

    public static void Count(ReplyFate fate, RequestHead head)
    {
        if (Replies.Enabled)
        {
            Replies.Add(1, new("fate", fate.ToString()), new("outcome", head.State.ToString()));
        }
    }

    /// <summary>Counts a reply to a task: what nobody waited for was a copy, or late.</summary>
    public static void Count(TaskAnswer answer)
    {
        if (Replies.Enabled)
        {
            Replies.Add(1, new("fate", (answer == TaskAnswer.Accepted ? ReplyFate.Taken : ReplyFate.Late).ToString()), new("outcome", "Task"));
        }
    }

    public static void CountEnded(RequestState state)
    {
        if (Ended.Enabled)
        {
            Ended.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));
        }
    }
}
