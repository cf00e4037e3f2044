using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Idempotency.Internal;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Idempotency;

/// <summary>Runs code once for each key and gives its stored result to whoever asks again: for commands and HTTP requests.</summary>
/// <remarks>
/// <para>
/// Failures are not stored: after an exception, the next call with the key runs the code again. Make one object and keep it; it
/// serves any number of calls at the same time.
/// </para>
/// <para>Guarantee: effect-once for what is enlisted; at-least-once for all else that the code does.</para>
/// </remarks>
public sealed class IdempotentCall
{
    // Names, digest and key of the item beside the result.
    private const int ItemOverheadBytes = 4096;
    private const int MaxResultBytes = ServiceLimits.DynamoDbItemBytes - ItemOverheadBytes;

    // A result is stored even if the caller has stopped waiting, but not for ever.
    private static readonly TimeSpan CompletionTimeout = TimeSpan.FromSeconds(5);

    private readonly IdempotencyStore _store;
    private readonly TimeProvider _time;
    private readonly ClaimTelemetry _telemetry;

    /// <summary>Makes the runner. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">Where keys and results are kept.</param>
    /// <param name="options">Needs a <see cref="IdempotencyOptions.Scope"/>.</param>
    /// <param name="time">Null for the system's clock.</param>
    /// <param name="logger">Where lost leases and unknown outcomes are logged; null for nowhere.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public IdempotentCall(ITable table, IdempotencyOptions options, TimeProvider? time = null, ILambdaLogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(isCall: true);
        _store = new IdempotencyStore(table, options);
        _time = time ?? TimeProvider.System;
        _telemetry = new ClaimTelemetry(logger, "Call");
    }

    /// <summary>Runs the code, or gives back what it returned under the same key before.</summary>
    /// <param name="key">What makes two calls the same.</param>
    /// <param name="payload">What the caller asked for, or a hash of it: another one under the same key is an error.</param>
    /// <param name="json">How the result is written and read.</param>
    /// <param name="call">The code.</param>
    /// <param name="cancellationToken">Ends the waiting for another call with the key, and is handed to the code.</param>
    /// <exception cref="IdempotencyMismatchException">The key was used with another payload.</exception>
    /// <exception cref="IdempotencyInProgressException">Another call with the key is running, and the policy or the token does not let this one wait.</exception>
    /// <exception cref="IdempotencyOutcomeUnknownException">An earlier call crashed, and the hook decided not to run again.</exception>
    /// <exception cref="IdempotencyLeaseLostException">The result could not be stored because somebody else took the key.</exception>
    /// <exception cref="IdempotencyResultTooLargeException">The result does not fit into an item.</exception>
    /// <exception cref="EnlistedWriteRefusedException">The condition of an enlisted write did not hold.</exception>
    /// <exception cref="TableException">The table could not be read or written, or did not say within 5 seconds whether the result is.</exception>
    public async ValueTask<IdempotentResult<TResult>> RunAsync<TResult>(
        string key,
        ReadOnlyMemory<byte> payload,
        JsonTypeInfo<TResult> json,
        Func<IdempotentCallContext, ValueTask<TResult>> call,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(call);
        using var claims = new ClaimSet(_store, _store.Options.Scope!, _time, _telemetry);
        var claim = claims.Add(key, _store.Options.ChecksPayload ? SHA256.HashData(payload.Span) : null);
        await claims.ClaimAsync(cancellationToken).ConfigureAwait(false);
        if (claim.Status == ClaimStatus.Busy)
        {
            await claims.WaitAsync(claim, cancellationToken).ConfigureAwait(false);
        }

        if (claim.Status == ClaimStatus.Done)
        {
            return Replay(claim, json);
        }

        var (value, failure) = await RunAsync(claim, json, call, cancellationToken).ConfigureAwait(false);
        await FinishAsync(claims, failure, cancellationToken).ConfigureAwait(false);
        return new IdempotentResult<TResult>(value!, IsReplayed: false);
    }

    private IdempotentResult<TResult> Replay<TResult>(Claim claim, JsonTypeInfo<TResult> json)
    {
        _telemetry.Replayed(claim.Key);
        return claim.Result is { } bytes
            ? new IdempotentResult<TResult>(JsonSerializer.Deserialize(bytes.Span, json)!, IsReplayed: true)
            : throw new IdempotencyOutcomeUnknownException(claim.Key);
    }

    /// <summary>Runs the code if the claim is held; what it throws is returned, so that the key is given back first.</summary>
    private async ValueTask<(TResult? Value, Exception? Failure)> RunAsync<TResult>(
        Claim claim,
        JsonTypeInfo<TResult> json,
        Func<IdempotentCallContext, ValueTask<TResult>> call,
        CancellationToken cancellationToken)
    {
        EnlistedWrites? run = null;
        try
        {
            run = claim.Begin(_time.GetUtcNow());
            var value = await call(new IdempotentCallContext(claim, cancellationToken)).ConfigureAwait(false);
            claim.Result = Serialize(claim, value, json);
            claim.End(run, hasSucceeded: true);
            return (value, null);
        }
        catch (Exception failure)
        {
            claim.End(run, hasSucceeded: false);
            return (default, failure);
        }
    }

    private static byte[] Serialize<TResult>(Claim claim, TResult value, JsonTypeInfo<TResult> json)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, json);
        return bytes.Length <= MaxResultBytes ? bytes : throw new IdempotencyResultTooLargeException(claim.Key, bytes.Length, MaxResultBytes);
    }

    private async ValueTask FinishAsync(ClaimSet claims, Exception? failure, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CompletionTimeout, _time);
        var outcome = new CallOutcome();
        await claims.FinishAsync(outcome, keepsOrder: false, limit.Token).ConfigureAwait(false);
        if (failure is null && outcome.Failure is OperationCanceledException late && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TableException($"The table {_store.Table.Name} has not written the result within {CompletionTimeout}.", isRetryable: true, late);
        }

        if ((failure ?? outcome.Failure) is { } reason)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(reason);
        }
    }
}
