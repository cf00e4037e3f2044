using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>What all object events say.</summary>
[DataContract]
public class S3ObjectEventDetails
{
    /// <summary>The version of this format.</summary>
    [DataMember(Name = "version")]
    public string Version { get; set; }

    /// <summary>The bucket.</summary>
    [DataMember(Name = "bucket")]
    public Bucket Bucket { get; set; }

    /// <summary>The object.</summary>
    [DataMember(Name = "object")]
    public S3Object Object { get; set; }

    /// <summary>The id of the causing request.</summary>
    [DataMember(Name = "request-id")]
    [JsonPropertyName("request-id")]
    public string RequestId { get; set; }

    /// <summary>The account or service that caused it.</summary>
    [DataMember(Name = "requester")]
    public string Requester { get; set; }
}
