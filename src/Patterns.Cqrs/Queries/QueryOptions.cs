namespace Patterns.Cqrs;

/// <summary>What a <see cref="QueryHandler{TQuery, TResult}"/> may be told.</summary>
public sealed class QueryOptions
{
    /// <summary>How long a query waits for a view that is behind its token. Default: 2 seconds; zero to ask once.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When to come again, for a query whose view is still behind then. Default: 1 second.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the API waits. Default: null, 29 seconds for a REST API and 30 seconds for an HTTP API or a function URL; a REST API may be told otherwise.
    /// </summary>
    public TimeSpan? IntegrationTimeout { get; init; }

    /// <summary>What is kept back of the API's and the function's time, to reply in. Default: 500 milliseconds.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal QueryOptions Validated()
    {
        var mistakes = new List<string>();
        Check(MaxWait >= TimeSpan.Zero, $"{nameof(MaxWait)} must not be negative, but is {MaxWait}.");
        Check(RetryAfter >= TimeSpan.Zero, $"{nameof(RetryAfter)} must not be negative, but is {RetryAfter}.");
        Check(IntegrationTimeout is null || IntegrationTimeout > TimeSpan.Zero, $"{nameof(IntegrationTimeout)} must be more than zero, but is {IntegrationTimeout}.");
        Check(Reserve >= TimeSpan.Zero, $"{nameof(Reserve)} must not be negative, but is {Reserve}.");
        Check(Time is not null, $"{nameof(Time)} must not be null.");
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(QueryOptions), mistakes);

        void Check(bool holds, string mistake)
        {
            if (!holds)
            {
                mistakes.Add(mistake);
            }
        }
    }
}
