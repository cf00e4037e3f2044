namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>What goes wrong in one run of the laws, decided by a seed.</summary>
internal sealed class Disturbance(int seed, double howOften)
{
    private readonly Random _random = new(seed);

    /// <summary>The sink takes a part of the request, or none of it, or takes it and the reply is lost.</summary>
    public sealed class Sink(IDestination inner, Disturbance disturbance) : IDestination
    {
        public string Name => inner.Name;

        public DestinationLimits Limits => inner.Limits;

        public bool KeepsOrder => inner.KeepsOrder;

        public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
        {
            var taken = envelopes.Where(_ => !disturbance.Happens()).ToList();
            if (taken.Count > 0)
            {
                await inner.SendAsync(taken, cancellationToken);
            }

            return disturbance.Happens()
                ? throw new DestinationException("The reply is lost.", isRetryable: true)
                : [.. envelopes.Except(taken).Select(envelope => new SendFailure(envelope, "Throttled", null, IsRetryable: true))];
        }
    }

    public Random Random => _random;

    public bool Happens()
    {
        lock (_random)
        {
            return _random.NextDouble() < howOften;
        }
    }

    /// <summary>Throws now and then, before or after the function: the process dies, or its reply is lost.</summary>
    public async Task<Stream> InvokeAsync(Func<Task<Stream>> function)
    {
        DieSometimes();
        var reply = await function();
        DieSometimes();
        return reply;
    }

    public void DieSometimes()
    {
        if (Happens())
        {
            throw new ProcessKilledException("Now and then.");
        }
    }
}
