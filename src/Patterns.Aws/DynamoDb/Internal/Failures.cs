using System.Net;
using Amazon.Runtime;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Tells what failed requests mean.</summary>
internal static class Failures
{
    private static readonly HashSet<string> NotAppliedCodes = new(StringComparer.Ordinal)
    {
        "ProvisionedThroughputExceededException",
        "ProvisionedThroughputExceeded",
        "ThrottlingException",
        "ThrottlingError",
        "RequestLimitExceeded",
        "TransactionConflictException",
        "TransactionConflict",
        "TransactionInProgressException",
        "ReplicatedWriteConflictException",
        "ExpiredTokenException",
        "ExpiredToken",
    };

    public static FailureKind KindOf(Exception exception) => exception switch
    {
        TableException table => table.IsRetryable ? FailureKind.NotApplied : FailureKind.Final,
        AmazonServiceException service when IsNotApplied(service.ErrorCode) => FailureKind.NotApplied,
        AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } => FailureKind.NotApplied,
        AmazonServiceException { StatusCode: HttpStatusCode.RequestTimeout } => FailureKind.Unknown,
        AmazonServiceException service => (int)service.StatusCode is 0 or >= 500 ? FailureKind.Unknown : FailureKind.Final,
        ArgumentException or InvalidOperationException => FailureKind.Final,
        _ => FailureKind.Unknown,
    };

    public static bool IsNotApplied(string? code) => code is not null && NotAppliedCodes.Contains(code);

    /// <param name="operation">What was asked.</param>
    /// <param name="exception">How it failed at last.</param>
    /// <param name="mayHaveTakenEffect">Whether an attempt ended without one knowing how, be it not the last.</param>
    public static TableException Translate(TableOperation operation, Exception exception, bool mayHaveTakenEffect)
    {
        if (exception is TableException translated)
        {
            return translated.MayHaveTakenEffect || !mayHaveTakenEffect
                ? translated
                : new TableException(translated.Message, translated.IsRetryable, translated) { MayHaveTakenEffect = true };
        }

        var isRetryable = KindOf(exception) != FailureKind.Final;
        return exception is AmazonServiceException { ErrorCode: { Length: > 0 } code }
            ? operation.Fail($"{code}: {exception.Message}", isRetryable, exception, mayHaveTakenEffect)
            : operation.Fail(exception.Message, isRetryable, exception, mayHaveTakenEffect);
    }
}
