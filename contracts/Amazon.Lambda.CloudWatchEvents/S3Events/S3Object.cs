using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>The object of an object event.</summary>
[DataContract]
public class S3Object
{
    /// <summary>The key, not encoded.</summary>
    [DataMember(Name = "key")]
    public string Key { get; set; }

    /// <summary>The size in bytes.</summary>
    [DataMember(Name = "size")]
    public long Size { get; set; }

    /// <summary>The entity tag.</summary>
    [DataMember(Name = "etag")]
    public string ETag { get; set; }

    /// <summary>The version id, or null without versioning.</summary>
    [DataMember(Name = "version-id")]
    [JsonPropertyName("version-id")]
    public string VersionId { get; set; }

    /// <summary>Orders the events of one key, as hexadecimal text.</summary>
    [DataMember(Name = "sequencer")]
    public string Sequencer { get; set; }
}
