using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents.Converters;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>A batch of records of one shard that belong to one tumbling window.</summary>
public class DynamoDBTimeWindowEvent : DynamoDBEvent
{
    /// <summary>The window.</summary>
    public TimeWindow Window { get; set; }

    /// <summary>What the window's last invocation returned; empty at first.</summary>
    [JsonConverter(typeof(DictionaryLongToStringJsonConverter))]
    public Dictionary<string, string> State { get; set; }

    /// <summary>The shard.</summary>
    public string ShardId { get; set; }

    /// <summary>The stream's ARN.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>Whether the window ends with this invocation, which then has no records.</summary>
    public bool? IsFinalInvokeForWindow { get; set; }

    /// <summary>Whether the window ended because its state grew too large.</summary>
    public bool? IsWindowTerminatedEarly { get; set; }

    /// <summary>The bounds of a window.</summary>
    public class TimeWindow
    {
        /// <summary>The first moment of the window.</summary>
        public DateTime Start { get; set; }

        /// <summary>The first moment after the window.</summary>
        public DateTime End { get; set; }
    }
}
