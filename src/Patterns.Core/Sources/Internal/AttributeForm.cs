namespace Patterns.Sources.Internal;

/// <summary>How an object holds message attributes.</summary>
internal enum AttributeForm : byte
{
    /// <summary><c>{"name":{"stringValue":"…","dataType":"String"}}</c></summary>
    Sqs,

    /// <summary><c>{"name":{"Type":"String","Value":"…"}}</c></summary>
    Sns,

    /// <summary><c>{"name":"…"}</c>, as in a structured CloudEvent.</summary>
    CloudEvent,
}
