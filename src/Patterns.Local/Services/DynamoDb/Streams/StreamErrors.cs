namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>The errors of the streams' API, in the service's words.</summary>
internal static class StreamErrors
{
    public static AwsException StreamNotFound(string arn) => new("ResourceNotFoundException", $"Requested resource not found: Stream: {arn} not found");

    public static AwsException ShardNotFound(string id) => new("ResourceNotFoundException", $"Requested resource not found: Shard does not exist: {id}");

    public static AwsException Trimmed() => new("TrimmedDataAccessException", "The operation attempted to read past the oldest stream record in a shard.");

    public static AwsException IteratorExpired(DateTimeOffset issuedAt) => new(
        "ExpiredIteratorException",
        $"Iterator expired. The iterator was created at time {issuedAt:ddd MMM dd HH:mm:ss 'UTC' yyyy}, which is more than 15 minutes ago.");

    public static AwsException InvalidIterator() => Validation("Invalid ShardIterator");

    public static AwsException InvalidSequenceNumber(string number) => Validation($"Invalid SequenceNumber: {number}");

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Missing(string member) => Constraint("null", member, "Member must not be null", isQuoted: false);

    public static AwsException Constraint(string value, string member, string constraint, bool isQuoted = true) =>
        Validation($"1 validation error detected: Value {(isQuoted ? $"'{value}'" : value)} at '{member}' failed to satisfy constraint: {constraint}");
}
