using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>The detail of an object that was created.</summary>
[DataContract]
public class S3ObjectCreate : S3ObjectEventDetails
{
    /// <summary>The caller's address.</summary>
    [DataMember(Name = "source-ip-address")]
    [JsonPropertyName("source-ip-address")]
    public string SourceIpAddress { get; set; }

    /// <summary>The API or mechanism that caused it.</summary>
    [DataMember(Name = "reason")]
    public string Reason { get; set; }
}
