namespace Patterns.Proxy.Internal;

/// <summary>What is known of the effect of a call.</summary>
internal enum CallEffect
{
    /// <summary>There is none: no call was made.</summary>
    None,

    /// <summary>The backend said how it ended.</summary>
    Known,

    /// <summary>It may have happened, or not.</summary>
    Unknown,
}
