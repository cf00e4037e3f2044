using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Triggers;

/// <summary>Knows one kind of source that mappings can read.</summary>
internal interface IEventSourceProvider
{
    bool CanRead(string eventSourceArn);

    /// <summary>Checks what depends on the kind of source, and fills in the defaults of that kind.</summary>
    /// <exception cref="Services.AwsException"><c>InvalidParameterValueException</c>: the settings do not fit the source.</exception>
    EventSourceMappingSettings Validated(EventSourceMappingSettings settings);

    /// <param name="settings">What <see cref="Validated"/> returned.</param>
    /// <param name="progress">How far the mapping read before; for sources that keep no such account themselves.</param>
    IEventSource Start(EventSourceMappingSettings settings, MappingProgress progress);
}
