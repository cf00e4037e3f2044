using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class S3Schemas
{
    /// <summary>A folder that delivery streams write into: there is no S3 API, and the report at the start says so.</summary>
    public static readonly ResourceSchema Bucket = ResourceSchema.Emulated(
        "AWS::S3::Bucket",
        [
            Text("BucketName"),
            .. NotEmulated(
                "CorsConfiguration", "LifecycleConfiguration", "MetadataConfiguration", "MetadataTableConfiguration", "NotificationConfiguration", "ObjectLockConfiguration", "ObjectLockEnabled",
                "ReplicationConfiguration", "VersioningConfiguration", "WebsiteConfiguration"),
            .. NoLocalMeaning(
                "AbacStatus", "AccelerateConfiguration", "AccessControl", "AnalyticsConfigurations", "BucketEncryption", "BucketNamePrefix", "BucketNamespace", "IntelligentTieringConfigurations",
                "InventoryConfigurations", "LoggingConfiguration", "MetricsConfigurations", "OwnershipControls", "PublicAccessBlockConfiguration", "Tags"),
        ])
        .WithAttributes("Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL");
}
