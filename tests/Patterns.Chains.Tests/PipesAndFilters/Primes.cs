using System.Runtime.CompilerServices;

namespace Patterns.PipesAndFilters.Tests;

/// <summary>A filter that waits between its outputs.</summary>
internal sealed class Primes : Filter<int, int>
{
    protected override async IAsyncEnumerable<int> ApplyAsync(int message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var factor = 2; message > 1;)
        {
            await Task.Yield();
            if (message % factor == 0)
            {
                message /= factor;
                yield return factor;
            }
            else
            {
                factor++;
            }
        }
    }
}
