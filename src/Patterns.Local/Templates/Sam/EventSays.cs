namespace Patterns.Local.Templates.Sam;

/// <summary>Properties of generated routes and methods that tell what an event says itself from what is filled in for it.</summary>
internal static class EventSays
{
    /// <summary>The event's <c>Auth</c>, where it has some.</summary>
    public const string Auth = "EventAuth";

    /// <summary>The event's <c>PayloadFormatVersion</c>.</summary>
    public const string Format = "EventPayloadFormatVersion";

    /// <summary>That a REST event is to override the definition's authorizer.</summary>
    public const string OverridesAuth = "EventOverridesAuth";
}
