namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>Why a record or a batch failed, with the service's codes.</summary>
/// <remarks>Source: docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html, November 2026.</remarks>
internal sealed record TransformFailure(string Code, string Message)
{
    public static readonly TransformFailure FunctionError =
        new("Lambda.FunctionError", "The Lambda function was successfully invoked but it returned an error result.");

    public static readonly TransformFailure Throttled =
        new("Lambda.InvokeLimitExceeded", "The Lambda invocation limit was exceeded. Increase the Lambda concurrent execution limit.");

    public static readonly TransformFailure FunctionMissing =
        new("Lambda.ResourceNotFound", "The specified Lambda function does not exist. Use a different function that does exist.");

    public static readonly TransformFailure UnreadableReply = new(
        "Lambda.JsonProcessingException",
        "There was an error parsing returned records from the Lambda function. Ensure that the returned records follow the status model required by Amazon Data Firehose.");

    public static readonly TransformFailure MissingRecordId = new(
        "Lambda.MissingRecordId", "One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.");

    public static readonly TransformFailure DuplicatedRecordId = new(
        "Lambda.DuplicatedRecordId", "Multiple records were returned with the same record ID. Ensure that the Lambda function returns unique record IDs for each record.");

    public static readonly TransformFailure ProcessingFailed = new("Lambda.ProcessingFailedStatus", "ProcessingFailed status set for record");

    public static readonly TransformFailure PartitionKeysMissing = new(
        "DynamicPartitioning.MetadataExtractionFailed", "The Lambda function did not return every partition key that the prefix of the objects needs, or one of them is empty.");
}
