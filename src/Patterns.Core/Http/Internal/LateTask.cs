namespace Patterns.Http.Internal;

/// <summary>Tasks of code that may not listen to its token.</summary>
internal static class LateTask
{
    /// <summary>Waits no longer than the token says. What the task comes to later is nobody's any more.</summary>
    public static Task<T> NotBeyond<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted)
        {
            return task;
        }

        _ = task.ContinueWith(
            static late => late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task.WaitAsync(cancellationToken);
    }
}
