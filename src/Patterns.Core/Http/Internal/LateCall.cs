namespace Patterns.Http.Internal;

/// <summary>Calls of code that may listen to nothing, or block its thread.</summary>
internal static class LateCall
{
    /// <summary>Makes a call, and waits for it no longer than the token says.</summary>
    /// <remarks>The call has a token of its own: what it does when it is cancelled keeps nobody waiting either.</remarks>
    public static async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, bool onThreadPool, CancellationToken cancellationToken)
    {
        var end = new CancellationTokenSource();
        try
        {
            var task = onThreadPool ? Task.Run(() => call(end.Token).AsTask(), CancellationToken.None) : call(end.Token).AsTask();
            return await LateTask.NotBeyond(task, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Cancel(end, onThreadPool);
        }
    }

    private static void Cancel(CancellationTokenSource end, bool onThreadPool)
    {
        if (onThreadPool)
        {
            _ = end.CancelAsync();
        }
        else
        {
            end.Cancel();
        }
    }
}
