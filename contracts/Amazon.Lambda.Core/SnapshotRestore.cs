using System.Collections.Concurrent;

namespace Amazon.Lambda.Core;

/// <summary>Registers work to do before a SnapStart snapshot is taken and after it was restored.</summary>
public static class SnapshotRestore
{
    private static readonly ConcurrentQueue<Func<ValueTask>> _beforeSnapshot = new();
    private static readonly ConcurrentQueue<Func<ValueTask>> _afterRestore = new();

    /// <summary>Registers work for before the snapshot; what was registered last runs first.</summary>
    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction) =>
        _beforeSnapshot.Enqueue(beforeSnapshotAction);

    /// <summary>Registers work for after the restore, in the order of registration.</summary>
    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction) =>
        _afterRestore.Enqueue(afterRestoreAction);

    internal static void CopyBeforeSnapshotCallbacksToRegistry(Action<Func<ValueTask>> register) =>
        Drain(_beforeSnapshot, register);

    internal static void CopyAfterRestoreCallbacksToRegistry(Action<Func<ValueTask>> register) =>
        Drain(_afterRestore, register);

    private static void Drain(ConcurrentQueue<Func<ValueTask>> callbacks, Action<Func<ValueTask>> register)
    {
        while (callbacks.TryDequeue(out var callback))
        {
            register?.Invoke(callback);
        }
    }
}
