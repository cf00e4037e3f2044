namespace Patterns.StreamTransform.Internal;

/// <summary>Why something was dropped that said nothing about it.</summary>
internal static class DropReasons
{
    /// <summary>The transform neither emitted nor dropped anything.</summary>
    public const string Unsaid = "unsaid";

    /// <summary>No sink wanted the output.</summary>
    public const string NoSink = "no-sink";
}
