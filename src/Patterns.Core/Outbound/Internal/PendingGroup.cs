using System.Diagnostics.CodeAnalysis;

namespace Patterns.Outbound.Internal;

/// <summary>Messages that go together; their sending ends early only when none of their callers waits any more.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle; disposing it would race with callers that leave.")]
internal sealed class PendingGroup
{
    private readonly List<PendingSend> _sends;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _nobodyWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<CancellationTokenRegistration> _registrations = [];
    private int _waiting;

    public PendingGroup(List<PendingSend> sends)
    {
        _sends = sends;
        _waiting = sends.Count;
        Envelopes = [.. sends.Select(send => send.Envelope)];
        foreach (var send in sends)
        {
            _registrations.Add(send.CancellationToken.UnsafeRegister(static group => ((PendingGroup)group!).Leave(), this));
        }
    }

    public IReadOnlyList<Envelope> Envelopes { get; }

    public CancellationToken Token => _cancellation.Token;

    public Task NobodyWaits => _nobodyWaits.Task;

    /// <summary>Tells each caller what became of its message.</summary>
    public async Task SettleAsync(Task<IReadOnlyList<SendFailure>> run)
    {
        try
        {
            var failures = await run.ConfigureAwait(false);
            _sends.ForEach(send => send.End(failures.FirstOrDefault(failure => ReferenceEquals(failure.Envelope, send.Envelope))));
        }
        catch (Exception exception)
        {
            _sends.ForEach(send => send.Fail(exception));
        }

        _registrations.ForEach(registration => registration.Dispose());
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _cancellation.Cancel();
            _nobodyWaits.TrySetResult();
        }
    }
}
