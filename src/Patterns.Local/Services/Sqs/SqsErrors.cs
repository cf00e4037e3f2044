namespace Patterns.Local.Services.Sqs;

/// <summary>The service's errors with the texts that it gives.</summary>
internal static class SqsErrors
{
    private const string QueryPrefix = "AWS.SimpleQueueService.";

    public static AwsException QueueDoesNotExist() => Prefixed("QueueDoesNotExist", "The specified queue does not exist.", "NonExistentQueue");

    public static AwsException QueueNameExists(string attribute) => new(
        "QueueNameExists", $"A queue already exists with the same name and a different value for attribute {attribute}", queryCode: "QueueAlreadyExists");

    public static AwsException QueueDeletedRecently(TimeSpan wait) => Prefixed(
        "QueueDeletedRecently", $"You must wait {wait.TotalSeconds:0} seconds after deleting a queue before you can create another with the same name.");

    public static AwsException PurgeQueueInProgress(string queue, TimeSpan interval) => Prefixed(
        "PurgeQueueInProgress", $"Only one PurgeQueue operation on {queue} is allowed every {interval.TotalSeconds:0} seconds.", status: 403);

    public static AwsException OverLimit(int limit) => new(
        "OverLimit", $"The maximum number of in flight messages is reached: {limit}.", 403);

    public static AwsException ReceiptHandleIsInvalid(string handle) => new(
        "ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.", 404);

    public static AwsException ReceiptHandleHasExpired(string handle) =>
        InvalidParameterValue("ReceiptHandle", handle, "The receipt handle has expired.");

    public static AwsException NotAvailableForVisibilityChange(string handle) => InvalidParameterValue(
        "ReceiptHandle", handle, "Message does not exist or is not available for visibility timeout change.");

    public static AwsException InvalidMessageContents() => new(
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");

    public static AwsException InvalidAttributeName(string name) => new("InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsException FifoOnly(string name) =>
        new("InvalidAttributeName", $"You can specify the {name} only when FifoQueue is set to true.");

    public static AwsException InvalidAttributeValue(string name, string? reason = null) => new(
        "InvalidAttributeValue", $"Invalid value for the parameter {name}.{(reason is null ? "" : $" Reason: {reason}")}");

    public static AwsException InvalidParameterValue(string message) => new(
        "InvalidParameterValueException", message, queryCode: "InvalidParameterValue");

    public static AwsException InvalidParameterValue(string parameter, string value, string reason) =>
        InvalidParameterValue($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    public static AwsException MissingParameter(string parameter) => new(
        "MissingRequiredParameterException", $"The request must contain the parameter {parameter}.", queryCode: "MissingParameter");

    public static AwsException UnsupportedOperation(string message) => Prefixed("UnsupportedOperation", message);

    public static AwsException EmptyBatchRequest() => Prefixed("EmptyBatchRequest", "There should be at least one entry in the request.");

    public static AwsException TooManyEntries(int limit, int sent) => Prefixed(
        "TooManyEntriesInBatchRequest", $"Maximum number of entries per request are {limit}. You have sent {sent}.");

    public static AwsException InvalidBatchEntryId() => Prefixed(
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");

    public static AwsException BatchEntryIdsNotDistinct(string id) => Prefixed("BatchEntryIdsNotDistinct", $"Id {id} repeated.");

    public static AwsException BatchRequestTooLong(int limit, long sent) => Prefixed(
        "BatchRequestTooLong", $"Batch requests cannot be longer than {limit} bytes. You have sent {sent} bytes.");

    public static AwsException ResourceNotFound(string message) => new("ResourceNotFoundException", message, 404);

    public static AwsException MalformedInput(string message) => new("SerializationException", message, queryCode: "MalformedInput");

    public static AwsException UnknownOperation(string operation)
    {
        var unknown = AwsException.UnknownOperation("sqs", operation);
        return new AwsException(unknown.Code, unknown.Message, unknown.Status, "InvalidAction");
    }

    private static AwsException Prefixed(string code, string message, string? queryName = null, int status = 400) =>
        new(code, message, status, QueryPrefix + (queryName ?? code));
}
