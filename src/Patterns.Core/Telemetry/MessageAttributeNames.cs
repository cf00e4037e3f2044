namespace Patterns.Telemetry;

/// <summary>The names under which CloudEvents attributes travel as message attributes.</summary>
internal static class MessageAttributeNames
{
    public const string Prefix = "ce-";
    public const string Id = "ce-id";
    public const string Source = "ce-source";
    public const string Type = "ce-type";
    public const string Subject = "ce-subject";
    public const string Time = "ce-time";
    public const string CorrelationId = "ce-correlationid";
    public const string CausationId = "ce-causationid";

    // As in OpenTelemetry's messaging conventions, without a prefix.
    public const string TraceParent = "traceparent";

    /// <summary>Whether an attribute of that name belongs to the envelope and not to its sender.</summary>
    public static bool IsEnvelopes(string name) => name is TraceParent || name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a structured CloudEvent has the envelope's attribute of that name without the prefix; its other members are the sender's.</summary>
    public static bool IsCloudEvents(string name) =>
        name is "specversion" or "id" or "source" or "type" or "subject" or "time" or "datacontenttype" or "dataschema" or "correlationid" or "causationid";
}
