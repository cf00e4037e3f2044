using Patterns.Tables;

namespace Patterns.Http.Internal;

/// <summary>Calls of a table that a request can do without.</summary>
internal static class TableCall
{
    /// <summary>What the table says; null when it does not in time, or fails.</summary>
    public static async ValueTask<TResult?> InTimeAsync<TResult>(
        Func<CancellationToken, ValueTask<TResult>> ask,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = ask(either.Token);
            return answer.IsCompletedSuccessfully ? answer.Result : await LateTask.NotBeyond(answer.AsTask(), either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            return default;
        }
    }
}
