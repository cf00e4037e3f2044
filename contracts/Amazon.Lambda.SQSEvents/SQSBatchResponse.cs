using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.SQSEvents;

/// <summary>Names the messages of a batch that return to the queue.</summary>
[DataContract]
public class SQSBatchResponse
{
    /// <summary>Reports that all messages were handled.</summary>
    public SQSBatchResponse()
        : this([])
    {
    }

    /// <summary>Reports <paramref name="batchItemFailures"/> as not handled.</summary>
    public SQSBatchResponse(List<BatchItemFailure> batchItemFailures) => BatchItemFailures = batchItemFailures;

    /// <summary>The messages that were not handled.</summary>
    [DataMember(Name = "batchItemFailures")]
    [JsonPropertyName("batchItemFailures")]
    public List<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>One message that was not handled.</summary>
    [DataContract]
    public class BatchItemFailure
    {
        /// <summary>The message's id.</summary>
        [DataMember(Name = "itemIdentifier")]
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; }
    }
}
