using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Triggers.Streams;

/// <summary>In what mappings of table streams and of Kinesis streams differ.</summary>
internal sealed record StreamKind(string Service, string BatchInfoName, PatternDialect Dialect)
{
    public static StreamKind DynamoDb { get; } = new("dynamodb", "DDBStreamBatchInfo", PatternDialect.LambdaDynamoDb)
    {
        TimeFormat = "yyyy-MM-ddTHH:mm:ssZ",
    };

    public static StreamKind Kinesis { get; } = new("kinesis", "KinesisBatchInfo", PatternDialect.LambdaKinesis)
    {
        AllowsTimestamp = true,
    };

    /// <summary>Whether a mapping may begin at a time.</summary>
    public bool AllowsTimestamp { get; private init; }

    /// <summary>How failure records write the time of a record.</summary>
    public string TimeFormat { get; private init; } = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public bool CanRead(string arn) => arn.Split(':', 6) is ["arn", _, var service, _, _, _] && service == Service;

    /// <summary>The name that people know the stream by: that of the table or stream.</summary>
    public string NameOf(string arn) => arn.Split('/') is [_, var name, ..] ? name : arn;
}
