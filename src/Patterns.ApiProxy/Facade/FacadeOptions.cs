using Patterns.Http.Internal;

namespace Patterns.Facade;

/// <summary>How long a <see cref="FacadeHandler"/> takes at most.</summary>
public sealed class FacadeOptions
{
    /// <summary>Names the facade in metrics. Default: <c>facade</c>.</summary>
    public string Name { get; init; } = "facade";

    /// <summary>How long a plan may take. Default: null, as long as the API waits and the function has.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>
    /// How long the API waits. Default: null, 29 seconds for a REST API and 30 seconds for an HTTP API or a function URL; a REST API may be told otherwise.
    /// </summary>
    public TimeSpan? IntegrationTimeout { get; init; }

    /// <summary>What is kept back of the API's and the function's time, to reply in. Default: 500 milliseconds.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The methods that are answered; others are 405, since a facade only reads. Default: GET and HEAD.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["GET", "HEAD"];

    /// <summary>
    /// Whether parts begin on threads of the pool, so that one that blocks its thread keeps nobody waiting. Default: true; false has tests on a clock of their
    /// own run on one thread.
    /// </summary>
    public bool OnThreadPool { get; init; } = true;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is wrong with the times that facades and backends have in common.</summary>
    internal static IEnumerable<string> TimeMistakes(TimeSpan? budget, TimeSpan? integrationTimeout, TimeSpan reserve) =>
    [
        .. budget <= TimeSpan.Zero ? [$"{nameof(Budget)} must be null or positive, but is {budget}."] : Array.Empty<string>(),
        .. TimeBudget.Mistakes(integrationTimeout, reserve),
    ];

    internal FacadeOptions Validated()
    {
        var mistakes = TimeMistakes(Budget, IntegrationTimeout, Reserve).ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(FacadeOptions), mistakes);
    }
}
