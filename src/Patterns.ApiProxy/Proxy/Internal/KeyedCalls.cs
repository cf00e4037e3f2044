using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.Core;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Proxy.Internal;

/// <summary>Gives all requests of a key the same reply.</summary>
internal sealed class KeyedCalls
{
    private readonly IdempotentCall _calls;
    private readonly ApiProxyOptions _options;

    public KeyedCalls(ITable table, ApiProxyOptions options)
    {
        _options = options;
        _calls = new IdempotentCall(
            table,
            new IdempotencyOptions
            {
                Scope = $"proxy/{options.Name}",
                Retention = options.KeyRetention,
                Lease = options.KeyLease,
                OnOutcomeUnknown = _ => new(options.BackendTakesKeys ? OutcomeUnknownDecision.RunAgain : OutcomeUnknownDecision.Fail),
            },
            options.Time);
    }

    public async ValueTask<ProxyOutcome> RunAsync(ApiRequest request, string key, Func<ValueTask<ProxyOutcome>> call, TimeBudget budget, ILambdaContext context)
    {
        ProxyOutcome? made = null;
        try
        {
            var result = await _calls.RunAsync(KeyOf(request, key), Fingerprint(request), StoredReplyJson.Default.StoredReply, RunOnceAsync, budget.End).ConfigureAwait(false);
            return made ?? ProxyOutcome.Done(result.Value.ToReply().WithHeader("Idempotency-Replayed", "true"));
        }
        catch (UndoneException) when (made is { } undone)
        {
            return undone;
        }
        catch (Exception exception) when (made is not null && exception is TableException or IdempotencyLeaseLostException)
        {
            // The reply is right for this request; the next one of the key learns that nobody knows.
            ProxyLog.NotKept(context.Logger, request.RequestId, exception);
            return made.Value;
        }
        catch (Exception exception) when (ProblemOf(exception) is { } problem)
        {
            return ProxyOutcome.Undone(problem);
        }

        async ValueTask<StoredReply> RunOnceAsync(IdempotentCallContext _)
        {
            made = await call().ConfigureAwait(false);
            return made.Value.Effect == CallEffect.Known || (made.Value.Effect == CallEffect.Unknown && !_options.BackendTakesKeys)
                ? StoredReply.Of(made.Value.Reply)
                : throw new UndoneException();
        }
    }

    private static Problem? ProblemOf(Exception exception) => exception switch
    {
        IdempotencyMismatchException => Problems.KeyReused(),
        IdempotencyInProgressException busy => Problems.InProgress(busy.RetryAfter),
        IdempotencyOutcomeUnknownException => Problems.OutcomeUnknown(),
        TableException or OperationCanceledException => Problems.Unavailable(TimeSpan.FromSeconds(1)),
        _ => null,
    };

    /// <summary>Keys of different callers are different keys.</summary>
    private static string KeyOf(ApiRequest request, string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Principal?.Length ?? -1}:{request.Principal}:{key}")));

    private static byte[] Fingerprint(ApiRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { request.Method, request.Path, request.MediaType }.Concat(request.Query.SelectMany(pair => new[] { pair.Key, pair.Value })))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text}"));
        }

        hash.AppendData(request.Body.Span);
        return hash.GetHashAndReset();
    }
}
