using Patterns.Outbound;

namespace Patterns.TwoWayChain;

/// <summary>Where requests and their replies go.</summary>
public sealed class RequestLogOptions
{
    private const int MostShards = 100;
    private const int LongestName = 70;

    /// <summary>Tells the requests from others in the same table. At most 70 characters, without <c>/</c>. Default: <c>requests</c>.</summary>
    public string Name { get; init; } = "requests";

    /// <summary>Where requests go.</summary>
    public required IDestination Requests { get; init; }

    /// <summary>
    /// Where replies shall go, as the one who replies understands it: the URL of the queue of a <see cref="ReplyCollectorHandler{TRequest, TReply}"/>, or
    /// a name for <see cref="RequestLog{TRequest, TReply}.Replies"/>.
    /// </summary>
    public required string ReplyTo { get; init; }

    /// <summary>How long a request waits for its reply unless it is told otherwise. Default: 1 minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a request is remembered after its deadline; a reply that comes later is not known. Default: 14 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The CloudEvents type of requests. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of requests. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>Over how many partitions the timers are spread, from 1 to 100; never lower it while requests are open. Default: 4.</summary>
    public int TimerShards { get; init; } = 4;

    /// <summary>How requests are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal RequestLogOptions Validated()
    {
        var mistakes = new List<string>();
        if (Name is null or "" || Name.Length > LongestName || Name.Contains('/'))
        {
            mistakes.Add($"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'.");
        }

        if (Requests is null || string.IsNullOrEmpty(ReplyTo) || Outbound is null || Time is null)
        {
            mistakes.Add($"{nameof(Requests)}, {nameof(ReplyTo)}, {nameof(Outbound)} and {nameof(Time)} must not be null or empty.");
        }

        if (Timeout <= TimeSpan.Zero || Retention <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(Timeout)} and {nameof(Retention)} must be more than zero, but are {Timeout} and {Retention}.");
        }

        if (TimerShards is < 1 or > MostShards)
        {
            mistakes.Add($"{nameof(TimerShards)} must be from 1 to {MostShards}, but is {TimerShards}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(RequestLogOptions), mistakes);
    }
}
