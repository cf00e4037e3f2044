using Patterns.Outbound;

namespace Patterns.FanOut.Tests.FanOut;

/// <summary>Answers nothing until the sender gives up.</summary>
internal sealed class HangingDestination : IDestination
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "hanging";

    public bool KeepsOrder => false;

    public DestinationLimits Limits { get; } = new(MaxEntries: 10, MaxRequestBytes: 1_000_000, MaxEntryBytes: 1_000_000, MaxAttributes: 10);

    /// <summary>Ends with the first request.</summary>
    public Task Asked => _asked.Task;

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return [];
    }
}
