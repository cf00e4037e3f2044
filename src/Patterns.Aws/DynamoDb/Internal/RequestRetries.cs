using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;

namespace Patterns.Aws.DynamoDb;

/// <summary>Sends a request again while time may help and sending it twice does no harm.</summary>
internal sealed class RequestRetries(DynamoDbTableOptions options)
{
    /// <summary>Sends.</summary>
    /// <param name="operation">What is asked, for the errors.</param>
    /// <param name="isRepeatable">Whether the request may take effect twice.</param>
    /// <param name="send">Sends once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ConditionalCheckFailedException">A condition does not hold.</exception>
    /// <exception cref="Tables.TableException">All else that fails.</exception>
    public async Task<TResponse> RunAsync<TResponse>(
        TableOperation operation,
        bool isRepeatable,
        Func<CancellationToken, Task<TResponse>> send,
        CancellationToken cancellationToken)
    {
        var mayHaveTakenEffect = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                return await send(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsFailure(exception, cancellationToken))
            {
                mayHaveTakenEffect |= Failures.KindOf(exception) == FailureKind.Unknown;
                if (attempt >= options.MaxAttempts || !MayRepeat(exception, isRepeatable))
                {
                    throw Failures.Translate(operation, exception, mayHaveTakenEffect);
                }
            }

            await WaitAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a random part of the delay after an attempt, so that writers that met do not meet again.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    public Task WaitAsync(int attempt, CancellationToken cancellationToken)
    {
        var bound = Math.Min(options.FirstDelay.Ticks * Math.Pow(2, attempt - 1), options.MaxDelay.Ticks);
        return Task.Delay(TimeSpan.FromTicks((long)(Random.Shared.NextDouble() * bound)), options.Time, cancellationToken);
    }

    private static bool MayRepeat(Exception exception, bool isRepeatable) => Failures.KindOf(exception) switch
    {
        FailureKind.NotApplied => true,
        FailureKind.Unknown => isRepeatable,
        _ => false,
    };

    /// <summary>A cancellation that nobody asked for is a time-out of the client.</summary>
    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        ConditionalCheckFailedException => false,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => true,
    };
}
