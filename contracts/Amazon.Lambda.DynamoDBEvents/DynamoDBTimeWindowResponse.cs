using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents.Converters;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>Hands the state to the window's next invocation and names records that were not handled.</summary>
[DataContract]
public class DynamoDBTimeWindowResponse
{
    /// <summary>What the window's next invocation receives as its state.</summary>
    [DataMember(Name = "state")]
    [JsonPropertyName("state")]
    [JsonConverter(typeof(DictionaryLongToStringJsonConverter))]
    public Dictionary<string, string> State { get; set; }

    /// <summary>The records that were not handled; the lowest sequence number counts.</summary>
    [DataMember(Name = "batchItemFailures")]
    [JsonPropertyName("batchItemFailures")]
    public IList<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>One record that was not handled.</summary>
    [DataContract]
    public class BatchItemFailure
    {
        /// <summary>The record's sequence number.</summary>
        [DataMember(Name = "itemIdentifier")]
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; }
    }
}
