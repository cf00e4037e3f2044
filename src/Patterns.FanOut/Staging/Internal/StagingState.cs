namespace Patterns.FanOut.Internal;

internal enum StagingState
{
    /// <summary>Nothing is decided.</summary>
    Staging,

    Committing,

    Aborting,
}
