namespace Patterns.Proxy;

/// <summary>How often a call may be made for one request.</summary>
public enum CallKind
{
    /// <summary>At most once: a second one may do something a second time.</summary>
    Once,

    /// <summary>Several times, one after the other: a second one does nothing more.</summary>
    Repeatable,

    /// <summary>Several times, also at the same time: it changes nothing.</summary>
    Read,
}
