using System.Collections.Concurrent;

namespace Patterns.Local.Services.Lambda.Async;

/// <summary>The configurations for asynchronous events, by function.</summary>
internal sealed class EventInvokeConfigs(TimeProvider time)
{
    private static readonly EventInvokeConfig s_default = new();
    private readonly ConcurrentDictionary<string, EventInvokeConfig> _configs = new(StringComparer.Ordinal);

    /// <summary>What applies to the function, set or not.</summary>
    public EventInvokeConfig For(string function) => _configs.GetValueOrDefault(function, s_default);

    public EventInvokeConfig? Find(string function) => _configs.GetValueOrDefault(function);

    /// <summary>Replaces the whole configuration.</summary>
    public EventInvokeConfig Put(string function, EventInvokeConfig config) =>
        _configs[function] = config.Validated() with { LastModified = time.GetUtcNow() };

    public bool Delete(string function) => _configs.TryRemove(function, out _);
}
