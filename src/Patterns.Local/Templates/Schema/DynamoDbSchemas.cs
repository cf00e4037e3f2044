using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class DynamoDbSchemas
{
    public static readonly ResourceSchema Table = ResourceSchema.Emulated(
        "AWS::DynamoDB::Table",
        [
            Text("TableName"),
            List("AttributeDefinitions", Text("AttributeName").Required, OneOf("AttributeType", "S", "N", "B").Required),
            KeySchema.Required,
            List("GlobalSecondaryIndexes", [.. Index, Throughput, .. NoLocalMeaning("ContributorInsightsSpecification", "OnDemandThroughput", "WarmThroughput")]),
            List("LocalSecondaryIndexes", Index),
            OneOf("BillingMode", "PROVISIONED", "PAY_PER_REQUEST"),
            Throughput,
            Map(
                "StreamSpecification",
                [OneOf("StreamViewType", "KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES").Required, .. NoLocalMeaning("ResourcePolicy")]),
            Map("TimeToLiveSpecification", Text("AttributeName"), Flag("Enabled").Required),
            Flag("DeletionProtectionEnabled"),
            OneOf("TableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS"),
            List("Tags", Text("Key").Required, Text("Value").Required),
            .. NotEmulated("ImportSourceSpecification", "KinesisStreamSpecification"),
            .. NoLocalMeaning(
                "ContributorInsightsSpecification", "OnDemandThroughput", "PointInTimeRecoverySpecification", "ResourcePolicy", "SSESpecification",
                "WarmThroughput"),
        ])
        .WithAttributes("Arn", "StreamArn");

    public static readonly ResourceSchema SimpleTable = ResourceSchema.Emulated(
        "AWS::Serverless::SimpleTable",
        [
            Text("TableName"),
            Map("PrimaryKey", Text("Name").Required, OneOf("Type", "String", "Number", "Binary").Required),
            Throughput,
            Map("Tags"),
            .. NoLocalMeaning("PointInTimeRecoverySpecification", "SSESpecification"),
        ])
        .WithAttributes("Arn", "StreamArn");

    private static PropertyRule KeySchema => List("KeySchema", Text("AttributeName").Required, OneOf("KeyType", "HASH", "RANGE").Required);

    private static PropertyRule Throughput => Map(
        "ProvisionedThroughput", Number("ReadCapacityUnits", 1, 1_000_000_000_000), Number("WriteCapacityUnits", 1, 1_000_000_000_000));

    private static PropertyRule[] Index =>
    [
        Text("IndexName").Required,
        KeySchema.Required,
        Map("Projection", OneOf("ProjectionType", "ALL", "KEYS_ONLY", "INCLUDE"), List("NonKeyAttributes")).Required,
    ];
}
