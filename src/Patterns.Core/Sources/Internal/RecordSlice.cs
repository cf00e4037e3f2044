namespace Patterns.Sources.Internal;

/// <summary>Where the parts of one record are in the event's bytes.</summary>
internal struct RecordSlice
{
    public Slice Id;
    public Slice Body;
    public Slice Key;
    public Slice SourceArn;
    public Slice Attempt;
    public Slice Time;
    public Slice EventName;
    public Slice EventId;
    public Slice Attributes;
    public Slice TraceHeader;
    public Slice Whole;
    public BodyEncoding Encoding;
    public AttributeForm AttributeForm;
    public SourceKind? Source;

    /// <summary>The record says that it has an event source that the engine does not know.</summary>
    public Slice UnknownSource;
}
