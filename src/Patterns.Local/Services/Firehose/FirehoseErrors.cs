namespace Patterns.Local.Services.Firehose;

/// <summary>The errors of the service, in its own words.</summary>
internal static class FirehoseErrors
{
    public static AwsException NotFound(string name, string account) =>
        new("ResourceNotFoundException", $"Firehose {name} under account {account} not found.");

    public static AwsException Exists(string name, string account) =>
        new("ResourceInUseException", $"Firehose {name} under accountId {account} already exists");

    public static AwsException InvalidArgument(string message) => new("InvalidArgumentException", message);

    /// <summary>Of a setting that the service has and the runner has not.</summary>
    public static AwsException NotEmulated(string what) => InvalidArgument($"{what} is not emulated here; docs/conformance.md lists what is.");

    /// <summary>Of a put into a delivery stream that reads a Kinesis stream.</summary>
    public static AwsException NoDirectPut() =>
        InvalidArgument("This operation is not permitted on KinesisStreamAsSource delivery stream type.");

    public static AwsException Unavailable() => new("ServiceUnavailableException", "The service is unavailable. Back off and retry the operation.", 503);

    public static AwsException Serialization(string message) => new("SerializationException", message);

    /// <param name="path">The member, beginning with a small letter.</param>
    /// <param name="constraint">What must hold.</param>
    public static AwsException Constraint(string path, string constraint) =>
        new("ValidationException", $"1 validation error detected: Value at '{path}' failed to satisfy constraint: {constraint}");
}
