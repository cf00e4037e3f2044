using Patterns.Facade;

namespace Patterns.Backends;

/// <summary>How long a <see cref="BackendHandler"/> takes at most, and how much it takes.</summary>
public sealed class BackendOptions
{
    /// <summary>How long a plan may take. Default: null, as long as the API waits and the function has.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>
    /// How long the API waits. Default: null, 29 seconds for a REST API and 30 seconds for an HTTP API or a function URL; a REST API may be told otherwise.
    /// </summary>
    public TimeSpan? IntegrationTimeout { get; init; }

    /// <summary>What is kept back of the API's and the function's time, to reply in. Default: 500 milliseconds.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The largest body of a request that is taken. Default: 1 MiB.</summary>
    public int MaxRequestBytes { get; init; } = 1_048_576;

    /// <summary>
    /// Whether parts, and what is sent, begin on threads of the pool, so that one that blocks its thread keeps nobody waiting. Default: true; false has tests on a clock of their
    /// own run on one thread.
    /// </summary>
    public bool OnThreadPool { get; init; } = true;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal BackendOptions Validated()
    {
        var mistakes = new List<string>(FacadeOptions.TimeMistakes(Budget, IntegrationTimeout, Reserve));
        if (MaxRequestBytes < 1)
        {
            mistakes.Add($"{nameof(MaxRequestBytes)} must be at least 1, but is {MaxRequestBytes}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(BackendOptions), mistakes);
    }

    internal FacadeOptions Plans(string name) => new()
    {
        Name = name,
        Budget = Budget,
        IntegrationTimeout = IntegrationTimeout,
        Reserve = Reserve,
        OnThreadPool = OnThreadPool,
        Time = Time,
    };
}
