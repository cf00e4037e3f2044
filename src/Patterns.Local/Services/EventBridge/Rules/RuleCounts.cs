using Patterns.Local.Services.Dispatching;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>What became of a rule's events, counted per target.</summary>
internal sealed class RuleCounts
{
    private readonly long[] _ends = new long[Enum.GetValues<DispatchEnd>().Length];

    public long this[DispatchEnd end] => Interlocked.Read(ref _ends[(int)end]);

    public void Add(DispatchEnd end) => Interlocked.Increment(ref _ends[(int)end]);
}
