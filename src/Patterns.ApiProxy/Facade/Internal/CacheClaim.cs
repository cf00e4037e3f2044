namespace Patterns.Facade.Internal;

/// <summary>Who loads a value.</summary>
internal enum CacheClaim
{
    /// <summary>The caller.</summary>
    Taken,

    /// <summary>Somebody else.</summary>
    HeldByOther,

    /// <summary>The table did not answer.</summary>
    Unknown,
}
