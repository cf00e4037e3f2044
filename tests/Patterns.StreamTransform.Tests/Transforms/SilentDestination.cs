namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>Never answers, and does not listen to its token.</summary>
internal sealed class SilentDestination(string name, DestinationLimits limits) : IDestination
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public DestinationLimits Limits => limits;

    public bool KeepsOrder => false;

    /// <summary>Ends when the first request came.</summary>
    public Task Asked => _asked.Task;

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await new TaskCompletionSource().Task;
        return [];
    }
}
