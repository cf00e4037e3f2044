using System.Runtime.Serialization;
using System.Text;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.KinesisFirehoseEvents;

/// <summary>What became of each record of a <see cref="KinesisFirehoseEvent"/>.</summary>
[DataContract]
public class KinesisFirehoseResponse
{
    public const string TRANSFORMED_STATE_OK = "Ok";

    public const string TRANSFORMED_STATE_DROPPED = "Dropped";

    public const string TRANSFORMED_STATE_PROCESSINGFAILED = "ProcessingFailed";

    [DataMember(Name = "records")]
    [JsonPropertyName("records")]
    public IList<FirehoseRecord> Records { get; set; }

    /// <summary>One record.</summary>
    [DataContract]
    public class FirehoseRecord
    {
        [DataMember(Name = "recordId")]
        [JsonPropertyName("recordId")]
        public string RecordId { get; set; }

        [DataMember(Name = "result")]
        [JsonPropertyName("result")]
        public string Result { get; set; }

        [DataMember(Name = "data")]
        [JsonPropertyName("data")]
        public string Base64EncodedData { get; set; }

        [DataMember(Name = "metadata")]
        [JsonPropertyName("metadata")]
        public FirehoseResponseRecordMetadata Metadata { get; set; }

        public void EncodeData(string data) => Base64EncodedData = Convert.ToBase64String(Encoding.UTF8.GetBytes(data));
    }

    /// <summary>What Firehose partitions by.</summary>
    [DataContract]
    public class FirehoseResponseRecordMetadata
    {
        [DataMember(Name = "partitionKeys")]
        [JsonPropertyName("partitionKeys")]
        public Dictionary<string, string> PartitionKeys { get; set; }
    }
}
