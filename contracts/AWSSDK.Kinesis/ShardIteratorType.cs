using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>Where reading of a shard begins.</summary>
public class ShardIteratorType : ConstantClass
{
    public static readonly ShardIteratorType AFTER_SEQUENCE_NUMBER = new("AFTER_SEQUENCE_NUMBER");

    public static readonly ShardIteratorType AT_SEQUENCE_NUMBER = new("AT_SEQUENCE_NUMBER");

    public static readonly ShardIteratorType AT_TIMESTAMP = new("AT_TIMESTAMP");

    public static readonly ShardIteratorType LATEST = new("LATEST");

    public static readonly ShardIteratorType TRIM_HORIZON = new("TRIM_HORIZON");

    public ShardIteratorType(string value)
        : base(value)
    {
    }

    public static implicit operator ShardIteratorType(string value) => FindValue(value);

    public static ShardIteratorType FindValue(string value) => FindValue<ShardIteratorType>(value);
}
