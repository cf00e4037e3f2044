using Patterns.Http.Internal;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="CommandApiHandler"/> may be told.</summary>
public sealed class CommandApiOptions
{
    /// <summary>The methods that are taken; others are 405. Default: POST.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["POST"];

    /// <summary>
    /// Whether commands are taken from callers whom the API's authorizer does not name; they have no actor, and all share one space of keys. Default: false,
    /// they are 401.
    /// </summary>
    public bool AllowsAnonymous { get; init; }

    /// <summary>The largest body of a request that is taken. Default: 256 KiB.</summary>
    public int MaxRequestBytes { get; init; } = 262_144;

    /// <summary>
    /// How long the API waits. Default: null, 29 seconds for a REST API and 30 seconds for an HTTP API or a function URL; a REST API may be told otherwise.
    /// </summary>
    public TimeSpan? IntegrationTimeout { get; init; }

    /// <summary>
    /// What is kept back of the API's and the function's time, to reply in: handlers are cancelled when it begins, and not waited for beyond its half.
    /// Default: 500 milliseconds.
    /// </summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Whether commands run on threads of the pool, so that one that blocks its thread keeps nobody waiting. Default: true; false has tests on a clock of their
    /// own run on one thread.
    /// </summary>
    public bool OnThreadPool { get; init; } = true;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal CommandApiOptions Validated()
    {
        var mistakes = new List<string>(TimeBudget.Mistakes(IntegrationTimeout, Reserve));
        if (Methods is null or [])
        {
            mistakes.Add($"{nameof(Methods)} must not be empty.");
        }

        if (MaxRequestBytes < 1)
        {
            mistakes.Add($"{nameof(MaxRequestBytes)} must be at least 1, but is {MaxRequestBytes}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(CommandApiOptions), mistakes);
    }
}
