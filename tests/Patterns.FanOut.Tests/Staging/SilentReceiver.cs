namespace Patterns.FanOut.Tests;

/// <summary>Heeds no token, and says that it has staged when the test wants it to.</summary>
internal sealed class SilentReceiver : IStagingReceiver
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<StagingAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "silent";

    /// <summary>Ends with the first call.</summary>
    public Task Asked => _asked.Task;

    public void Answer() => _answer.SetResult(StagingAnswer.Staged);

    public ValueTask<StagingAnswer> StageAsync(string transaction, IReadOnlyList<Envelope> messages, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        return new ValueTask<StagingAnswer>(_answer.Task);
    }

    public ValueTask CommitAsync(string transaction, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> AbortAsync(string transaction, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}
