using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Finds the exception type of an error.</summary>
internal static class SnsErrors
{
    internal static AmazonSimpleNotificationServiceException Create(ErrorResponse e) => e.Code switch
    {
        "AuthorizationError" => new AuthorizationErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "BatchEntryIdsNotDistinct" => new BatchEntryIdsNotDistinctException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "BatchRequestTooLong" => new BatchRequestTooLongException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ConcurrentAccess" => new ConcurrentAccessException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "EmptyBatchRequest" => new EmptyBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "EndpointDisabled" => new EndpointDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "FilterPolicyLimitExceeded" => new FilterPolicyLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InternalError" => new InternalErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidBatchEntryId" => new InvalidBatchEntryIdException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameter" => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ParameterValueInvalid" => new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidSecurity" => new InvalidSecurityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidState" => new InvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSAccessDenied" => new KMSAccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSDisabled" => new KMSDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSInvalidState" => new KMSInvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSNotFound" => new KMSNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSOptInRequired" => new KMSOptInRequiredException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "KMSThrottling" => new KMSThrottlingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NotFound" => new NotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ReplayLimitExceeded" => new ReplayLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFound" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "StaleTag" => new StaleTagException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "SubscriptionLimitExceeded" => new SubscriptionLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TagLimitExceeded" => new TagLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TagPolicy" => new TagPolicyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "Throttled" => new ThrottledException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TooManyEntriesInBatchRequest" => new TooManyEntriesInBatchRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TopicLimitExceeded" => new TopicLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ValidationException" => new ValidationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonSimpleNotificationServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
