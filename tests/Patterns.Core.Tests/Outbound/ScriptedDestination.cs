using Patterns.Outbound;

namespace Patterns.Core.Tests.Outbound;

/// <summary>Takes every message when the test's function has ended.</summary>
internal sealed class ScriptedDestination(Func<IReadOnlyList<Envelope>, Task> send) : IDestination
{
    public string Name => "scripted";

    public bool KeepsOrder => false;

    public DestinationLimits Limits { get; } = new(MaxEntries: 10, MaxRequestBytes: 1_000_000, MaxEntryBytes: 1_000_000, MaxAttributes: 10);

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        await send(envelopes);
        return [];
    }
}
