using Patterns.Local.Services.Lambda.Mappings;

namespace Patterns.Local.Triggers;

/// <summary>Knows one kind of source that mappings can read.</summary>
internal interface IEventSourceProvider
{
    bool CanRead(string eventSourceArn);

    /// <summary>Checks what depends on the kind of source, and fills in the defaults of that kind.</summary>
    /// <exception cref="Services.AwsException"><c>InvalidParameterValueException</c>: the settings do not fit the source.</exception>
    EventSourceMappingSettings Validated(EventSourceMappingSettings settings);

    IEventSource Start(EventSourceMappingSettings settings);
}
