using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>The detail of an object that was restored from an archive.</summary>
[DataContract]
public class S3ObjectRestore : S3ObjectEventDetails
{
    /// <summary>When the restored copy goes away.</summary>
    [DataMember(Name = "restore-expiry-time")]
    [JsonPropertyName("restore-expiry-time")]
    public string RestoreExpiryTime { get; set; }

    /// <summary>The storage class restored from.</summary>
    [DataMember(Name = "source-storage-class")]
    [JsonPropertyName("source-storage-class")]
    public string SourceStorageClass { get; set; }
}
