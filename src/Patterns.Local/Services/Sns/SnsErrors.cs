using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.Sns;

/// <summary>The errors of the service, with its codes and words.</summary>
internal static class SnsErrors
{
    public static AwsException InvalidParameter(string what) => Error("InvalidParameter", $"Invalid parameter: {what}");

    public static AwsException InvalidParameter(string name, string reason) => InvalidParameter($"{name} Reason: {reason}");

    public static AwsException Missing(string name) => InvalidParameter(name, "no value for required parameter");

    public static AwsException InvalidAttributeValue(string message) => Error("ParameterValueInvalid", message);

    public static AwsException InvalidToken() => Error("InvalidParameter", "Invalid token");

    public static AwsException TopicNotFound() => NotFound("Topic does not exist");

    public static AwsException SubscriptionNotFound() => NotFound("Subscription does not exist");

    public static AwsException ResourceNotFound() =>
        new("ResourceNotFoundException", "Resource does not exist", StatusCodes.Status404NotFound, "ResourceNotFound");

    public static AwsException FilterPolicyLimit() =>
        new("FilterPolicyLimitExceededException", "Filter policy limit exceeded for this topic", StatusCodes.Status403Forbidden, "FilterPolicyLimitExceeded");

    public static AwsException TagLimit() =>
        Error("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");

    public static AwsException EmptyBatch() => Error("EmptyBatchRequest", "The batch request doesn't contain any entries.");

    public static AwsException TooManyEntries() =>
        Error("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");

    public static AwsException EntryIdsNotDistinct() =>
        Error("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");

    public static AwsException InvalidEntryId(string problem, string id) =>
        Error("InvalidBatchEntryId", $"The Id of a batch entry in the batch request {problem}: {id}");

    public static AwsException BatchTooLong() =>
        Error("BatchRequestTooLong", "The length of all the messages put together is more than the limit.");

    /// <summary>A part of the service that the runner does not have; the message names it.</summary>
    public static AwsException NotEmulated(string what) => InvalidParameter($"{what} is not emulated here");

    private static AwsException NotFound(string message) =>
        new("NotFoundException", message, StatusCodes.Status404NotFound, "NotFound");

    private static AwsException Error(string code, string message) => new($"{code}Exception", message, queryCode: code);
}
