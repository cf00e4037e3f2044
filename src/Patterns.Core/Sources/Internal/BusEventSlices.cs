using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>The members of an EventBridge envelope, collected until it is clear whether the object is one.</summary>
internal struct BusEventSlices
{
    private Slice _id;
    private Slice _detailType;
    private Slice _source;
    private Slice _time;
    private Slice _rule;
    private Slice _detail;
    private bool _isTick;
    private bool _isFromScheduler;
    private bool _isS3Test;

    /// <summary>Reads one member; the reader stands on its name and is left on its value's last token.</summary>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        switch (reader.ValueSpan.Length)
        {
            case 2 when reader.ValueTextEquals("id"u8):
                reader.Read();
                _id = reader.ContentOrNothing();
                break;
            case 4 when reader.ValueTextEquals("time"u8):
                reader.Read();
                _time = reader.ContentOrNothing();
                break;
            case 5 when reader.ValueTextEquals("Event"u8):
                reader.Read();
                _isS3Test = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("s3:TestEvent"u8);
                reader.Skip();
                break;
            case 6 when reader.ValueTextEquals("source"u8):
                reader.Read();
                _isFromScheduler = reader.TokenType == JsonTokenType.String
                    && (reader.ValueTextEquals("aws.events"u8) || reader.ValueTextEquals("aws.scheduler"u8));
                _source = reader.ContentOrNothing();
                break;
            case 6 when reader.ValueTextEquals("detail"u8):
                reader.Read();
                _detail = reader.Value();
                break;
            case 9 when reader.ValueTextEquals("resources"u8):
                reader.Read();
                ReadFirstResource(ref reader);
                break;
            case 11 when reader.ValueTextEquals("detail-type"u8):
                reader.Read();
                _isTick = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Scheduled Event"u8);
                _detailType = reader.ContentOrNothing();
                break;
            default:
                reader.Read();
                reader.Skip();
                break;
        }
    }

    /// <summary>Adds the event as the batch's one record; false when the object is no envelope.</summary>
    public readonly bool TryTake(JsonRecordBatch batch, Slice whole)
    {
        if (_isS3Test)
        {
            // S3 sends this once, when notifications are configured: there is nothing to handle.
            batch.BecomeEmpty(SourceKind.S3);
            return true;
        }

        if (!_detailType.IsPresent || !_source.IsPresent || !_detail.IsPresent)
        {
            return false;
        }

        batch.Add(Record(whole));
        return true;
    }

    private readonly bool IsScheduled => _isTick && _isFromScheduler;

    /// <summary>The envelope as a record. A tick's detail is empty, so that the envelope itself is its body.</summary>
    public readonly RecordSlice Record(Slice whole) => new()
    {
        Source = IsScheduled ? SourceKind.Schedule : SourceKind.EventBridge,
        Id = _id,
        Body = IsScheduled ? whole : _detail,
        SourceArn = IsScheduled ? _rule : default,
        Time = _time,
        EventName = _detailType,
        Whole = whole,
    };

    /// <summary>For a scheduled event the first resource is the rule; other events name what they are about.</summary>
    private void ReadFirstResource(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _rule = _rule.IsPresent ? _rule : reader.Content();
            reader.Skip();
        }
    }
}
