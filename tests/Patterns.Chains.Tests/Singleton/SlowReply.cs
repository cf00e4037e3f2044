namespace Patterns.Chains.Tests.Singleton;

/// <summary>Has time pass before the first reply comes.</summary>
internal sealed class SlowReply(FakeTimeProvider time, TimeSpan delay) : IStepGate
{
    private bool _hasCome;

    public ValueTask StepAsync(string name)
    {
        if (!_hasCome && name.StartsWith("after", StringComparison.Ordinal))
        {
            _hasCome = true;
            time.Advance(delay);
        }

        return ValueTask.CompletedTask;
    }
}
