using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.KinesisEvents;

/// <summary>Names the record from which the batch is to be delivered again.</summary>
[DataContract]
public class StreamsEventResponse
{
    /// <summary>The records that were not handled; the lowest sequence number counts.</summary>
    [DataMember(Name = "batchItemFailures", EmitDefaultValue = false)]
    [JsonPropertyName("batchItemFailures")]
    public IList<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>One record that was not handled.</summary>
    [DataContract]
    public class BatchItemFailure
    {
        /// <summary>The record's sequence number.</summary>
        [DataMember(Name = "itemIdentifier", EmitDefaultValue = false)]
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; }
    }
}
