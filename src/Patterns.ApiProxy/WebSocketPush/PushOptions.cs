namespace Patterns.WebSocketPush;

/// <summary>How a <see cref="PushHub"/> keeps connections and messages, and how it sends.</summary>
public sealed class PushOptions
{
    /// <summary>How many clients are sent to at the same time. Default: 50.</summary>
    public int MaxParallel { get; init; } = 50;

    /// <summary>How long one send to one client may take; a slower one is left to its resync. Default: 2 seconds.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a client is tried when the service throttles. Default: 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long the first wait after throttling is at most; each further one is at most twice as long, and jitter makes each shorter. Default: 100 milliseconds.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many messages of a topic are kept for clients that come back. Default: 1,000.</summary>
    public int LogLength { get; init; } = 1000;

    /// <summary>How long they are kept at most. Default: 1 hour.</summary>
    public TimeSpan LogRetention { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When a connection is forgotten of which nobody heard the end: a little more than the 2 hours that it may last. Default: 2 hours and 10 minutes.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = new(hours: 2, minutes: 10, seconds: 0);

    /// <summary>
    /// How young a connection may be to stay registered although it is gone: it may be in its handshake, in which nobody can send to it. Default: 30 seconds,
    /// which is more than <c>$connect</c> may take.
    /// </summary>
    public TimeSpan HandshakeGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal PushOptions Validated()
    {
        var mistakes = new List<string>();
        foreach (var (name, value) in new[] { (nameof(MaxParallel), MaxParallel), (nameof(Attempts), Attempts), (nameof(LogLength), LogLength) })
        {
            if (value < 1)
            {
                mistakes.Add($"{name} must be at least 1, but is {value}.");
            }
        }

        foreach (var (name, value) in new[] { (nameof(SendTimeout), SendTimeout), (nameof(Backoff), Backoff), (nameof(LogRetention), LogRetention), (nameof(ConnectionLifetime), ConnectionLifetime) })
        {
            if (value <= TimeSpan.Zero)
            {
                mistakes.Add($"{name} must be positive, but is {value}.");
            }
        }

        if (HandshakeGrace < TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(HandshakeGrace)} must not be negative, but is {HandshakeGrace}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(PushOptions), mistakes);
    }
}
