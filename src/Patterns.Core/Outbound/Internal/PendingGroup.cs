namespace Patterns.Outbound.Internal;

/// <summary>Messages that go together; their sending ends early only when none of their callers waits any more.</summary>
internal sealed class PendingGroup : IDisposable
{
    private readonly List<PendingSend> _sends;
    private readonly CancellationTokenSource _nobodyWaits = new();
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

    public CancellationToken Token => _nobodyWaits.Token;

    public void Settle(IReadOnlyList<SendFailure> failures)
    {
        foreach (var send in _sends)
        {
            send.End(failures.FirstOrDefault(failure => ReferenceEquals(failure.Envelope, send.Envelope)));
        }
    }

    public void Fail(Exception exception) => _sends.ForEach(send => send.Fail(exception));

    public void Dispose()
    {
        // A registration's disposal waits for its callback, so that nobody cancels what is disposed.
        _registrations.ForEach(registration => registration.Dispose());
        _nobodyWaits.Dispose();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _nobodyWaits.Cancel();
        }
    }
}
