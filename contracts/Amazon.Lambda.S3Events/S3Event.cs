using System.Net;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.S3Events;

/// <summary>What a bucket's notification configuration sends.</summary>
public class S3Event
{
    /// <summary>The notifications; the service sends one at a time.</summary>
    public List<S3EventNotificationRecord> Records { get; set; }

    /// <summary>Who caused something.</summary>
    public class UserIdentityEntity
    {
        /// <summary>The principal's id.</summary>
        public string PrincipalId { get; set; }
    }

    /// <summary>The bucket.</summary>
    public class S3BucketEntity
    {
        /// <summary>The bucket's name.</summary>
        public string Name { get; set; }

        /// <summary>The bucket's owner.</summary>
        public UserIdentityEntity OwnerIdentity { get; set; }

        /// <summary>The bucket's ARN.</summary>
        public string Arn { get; set; }
    }

    /// <summary>The object.</summary>
    public class S3ObjectEntity
    {
        /// <summary>The key as sent, encoded like a form field.</summary>
        public string Key { get; set; }

        /// <summary>The key in plain text.</summary>
        public string KeyDecoded => WebUtility.UrlDecode(Key);

        /// <summary>The size in bytes; 0 for removals.</summary>
        public long Size { get; set; }

        /// <summary>The entity tag without quotes.</summary>
        public string ETag { get; set; }

        /// <summary>The version id, or null without versioning.</summary>
        public string VersionId { get; set; }

        /// <summary>Orders the events of one key, as hexadecimal text.</summary>
        public string Sequencer { get; set; }
    }

    /// <summary>Where it happened.</summary>
    public class S3Entity
    {
        /// <summary>The notification configuration's id.</summary>
        public string ConfigurationId { get; set; }

        /// <summary>The bucket.</summary>
        public S3BucketEntity Bucket { get; set; }

        /// <summary>The object.</summary>
        public S3ObjectEntity Object { get; set; }

        /// <summary>The version of this part of the format.</summary>
        public string S3SchemaVersion { get; set; }
    }

    /// <summary>How the causing request arrived.</summary>
    public class RequestParametersEntity
    {
        /// <summary>The caller's address.</summary>
        public string SourceIPAddress { get; set; }
    }

    /// <summary>How the causing request was answered.</summary>
    [DataContract]
    public class ResponseElementsEntity
    {
        /// <summary>The id of the host that served it.</summary>
        [DataMember(Name = "x-amz-id-2", EmitDefaultValue = false)]
        [JsonPropertyName("x-amz-id-2")]
        public string XAmzId2 { get; set; }

        /// <summary>The request's id.</summary>
        [DataMember(Name = "x-amz-request-id", EmitDefaultValue = false)]
        [JsonPropertyName("x-amz-request-id")]
        public string XAmzRequestId { get; set; }
    }

    /// <summary>What is known of an object's restore from an archive.</summary>
    public class S3GlacierEventDataEntity
    {
        /// <summary>The restore.</summary>
        public S3RestoreEventDataEntity RestoreEventData { get; set; }
    }

    /// <summary>A completed restore.</summary>
    public class S3RestoreEventDataEntity
    {
        /// <summary>When the restored copy goes away.</summary>
        public DateTime LifecycleRestorationExpiryTime { get; set; }

        /// <summary>The storage class restored from.</summary>
        public string LifecycleRestoreStorageClass { get; set; }
    }

    /// <summary>One notification.</summary>
    public class S3EventNotificationRecord
    {
        /// <summary>The bucket's region.</summary>
        public string AwsRegion { get; set; }

        /// <summary>What happened, such as <c>ObjectCreated:Put</c>.</summary>
        public string EventName { get; set; }

        /// <summary>Always <c>aws:s3</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>When it happened.</summary>
        public DateTime EventTime { get; set; }

        /// <summary>The version of this format.</summary>
        public string EventVersion { get; set; }

        /// <summary>How the causing request arrived.</summary>
        public RequestParametersEntity RequestParameters { get; set; }

        /// <summary>How the causing request was answered.</summary>
        public ResponseElementsEntity ResponseElements { get; set; }

        /// <summary>Where it happened.</summary>
        public S3Entity S3 { get; set; }

        /// <summary>Who caused it.</summary>
        public UserIdentityEntity UserIdentity { get; set; }

        /// <summary>The restore, for restore events only.</summary>
        public S3GlacierEventDataEntity GlacierEventData { get; set; }
    }
}
