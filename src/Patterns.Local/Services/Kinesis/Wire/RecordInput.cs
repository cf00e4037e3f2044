using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Reads records that are to be put.</summary>
internal static class RecordInput
{
    /// <param name="input">The record.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="path">What stands before the record's members in errors; empty for a record by itself.</param>
    /// <exception cref="AwsException">A member is missing, malformed or too large.</exception>
    public static NewRecord Read(KinesisInput input, KinesisStream stream, string path = "")
    {
        var key = input.Text("PartitionKey") ?? throw KinesisErrors.Missing($"{path}partitionKey");
        Constraints.CheckLength(key, $"{path}partitionKey", 1, KinesisLimits.PartitionKeyLength);
        var data = input.Bytes("Data") ?? throw KinesisErrors.Missing($"{path}data");
        var record = new NewRecord(key, HashKeyOf(input, key, path), data);
        var most = stream.MaxRecordKibibytes * 1024;
        return record.Size <= most ? record : throw KinesisErrors.Constraint(null, $"{path}data", $"Member must have length less than or equal to {most}");
    }

    private static UInt128 HashKeyOf(KinesisInput input, string partitionKey, string path)
    {
        if (input.Text("ExplicitHashKey") is not { } text)
        {
            return HashKey.Of(partitionKey);
        }

        if (!HashKey.IsNumber(text))
        {
            throw KinesisErrors.Constraint(text, $"{path}explicitHashKey", @"Member must satisfy regular expression pattern: 0|([1-9]\d{0,38})");
        }

        return HashKey.TryParse(text, out var key)
            ? key
            : throw KinesisErrors.InvalidArgument($"Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {text}");
    }
}
