using System.Collections.Concurrent;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The runtimes that may call the Runtime API, by the id in their path.</summary>
internal sealed class RuntimeSessions
{
    private readonly ConcurrentDictionary<string, RuntimeSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>The id under which a developer's own process serves a function.</summary>
    public static string AttachedId(string function) => "attach-" + function;

    public RuntimeSession Open(string id, bool restartable = false) => _sessions[id] = new RuntimeSession(id, restartable);

    public RuntimeSession? Find(string id) => _sessions.GetValueOrDefault(id);

    public void Close(RuntimeSession session) => _sessions.TryRemove(session.Id, out _);
}
