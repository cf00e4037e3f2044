using System.Globalization;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis;

/// <summary>The errors of the service, in its own words.</summary>
internal static class KinesisErrors
{
    public const string ThroughputExceeded = "ProvisionedThroughputExceededException";

    public static AwsException InvalidArgument(string message) => new("InvalidArgumentException", message);

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Serialization(string message) => new("SerializationException", message);

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsException StreamNotFound(string name, string account) => NotFound($"Stream {name} under account {account} not found.");

    public static AwsException StreamExists(string name, string account) =>
        new("ResourceInUseException", $"Stream {name} under account {account} already exists.");

    /// <summary>For a shard that a request names beside its stream.</summary>
    public static AwsException ShardNotFound(KinesisStream stream, string shardId) =>
        NotFound($"Could not find shard {shardId} in stream {stream.Name} under account {stream.Account}.");

    /// <summary>For a shard that is to be read.</summary>
    public static AwsException ShardGone(string stream, string shardId, string account) =>
        NotFound($"Shard {shardId} in stream {stream} under account {account} does not exist");

    public static AwsException IteratorExpired(DateTimeOffset issuedAt, DateTimeOffset now) => new(
        "ExpiredIteratorException",
        $"Iterator expired. The iterator was created at time {Written(issuedAt)} while right now it is {Written(now)} which is further in the future than the tolerated delay of {KinesisLimits.IteratorLife.TotalMilliseconds:0} milliseconds.");

    public static AwsException TokenExpired() =>
        new("ExpiredNextTokenException", "The pagination token passed to the operation is expired. Tokens are valid for 300 seconds.");

    public static AwsException LimitExceeded(string message) => new("LimitExceededException", message);

    public static AwsException RateExceeded(KinesisStream stream, string shardId) => new(ThroughputExceeded, RateExceededMessage(stream, shardId));

    public static string RateExceededMessage(KinesisStream stream, string shardId) =>
        $"Rate exceeded for shard {shardId} in stream {stream.Name} under account {stream.Account}.";

    public static AwsException OnDemand(KinesisStream stream, string operation) =>
        Validation($"{operation} is not supported for stream {stream.Name} under account {stream.Account}, because it is in ON_DEMAND mode.");

    /// <summary>A value outside of what the service's model allows.</summary>
    /// <param name="value">The value; null where it is not shown, as for binary data.</param>
    /// <param name="path">The member in the service's spelling, beginning with a small letter.</param>
    /// <param name="constraint">What must hold.</param>
    public static AwsException Constraint(string? value, string path, string constraint)
    {
        var shown = value is null ? "Value" : value == "null" ? "Value null" : $"Value '{value}'";
        return Validation($"1 validation error detected: {shown} at '{path}' failed to satisfy constraint: {constraint}");
    }

    public static AwsException Missing(string path) => Constraint("null", path, "Member must not be null");

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
}
