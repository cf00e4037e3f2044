namespace Patterns.Facade;

/// <summary>Why a part is missing, or old, or substituted.</summary>
public enum MissingReason
{
    /// <summary>It is not missing.</summary>
    None,

    /// <summary>It did not answer within its budget.</summary>
    OutOfTime,

    /// <summary>It failed, as often as it was tried.</summary>
    Failed,

    /// <summary>Its circuit is open: it was not asked.</summary>
    CircuitOpen,

    /// <summary>A part that it needs is missing: it was not asked.</summary>
    DependencyMissing,

    /// <summary>A mandatory part is missing: nobody waited for it.</summary>
    Abandoned,

    /// <summary>Somebody else is loading it into the cache, and it is not there yet.</summary>
    BeingRefreshed,
}
