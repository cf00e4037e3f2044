using System.Text.Json;
using Amazon.Lambda.Core;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Translation;

namespace Patterns.Proxy.Internal;

/// <summary>Brings a request to its reply.</summary>
internal sealed class ProxyEngine(ApiProxyOptions options, Func<ApiRequest, BackendCall?> translate)
{
    private readonly Backend _backend = new(options);
    private readonly KeyedCalls? _keyed = options.Table is { } table ? new KeyedCalls(table, options) : null;

    public async ValueTask<Stream> AnswerAsync(ApiRequest request, ILambdaContext context)
    {
        using var budget = new TimeBudget(request, context, options.IntegrationTimeout, options.Reserve, options.Time);
        var outcome = await RunAsync(request, budget, context).ConfigureAwait(false);
        var (output, status) = ReplyOutput.Write(outcome.Reply, () => TooLarge(request, context));
        ProxyMeter.Count(options.Name, status);
        return output;
    }

    private ApiReply TooLarge(ApiRequest request, ILambdaContext context)
    {
        ProxyLog.ReplyTooLarge(context.Logger, request.RequestId);
        return Problems.BadAnswer().ToReply();
    }

    private async ValueTask<ProxyOutcome> RunAsync(ApiRequest request, TimeBudget budget, ILambdaContext context)
    {
        try
        {
            return Translate(request) is { } call
                ? await RunAsync(request, call, budget, context).ConfigureAwait(false)
                : ProxyOutcome.Undone(Problems.NotFound());
        }
        catch (ProblemException exception)
        {
            return ProxyOutcome.Undone(exception.Problem);
        }
        catch (TranslationException exception)
        {
            return ProxyOutcome.Undone(exception.Fault == TranslationFault.TooLarge
                ? Problems.TooLarge(options.MaxRequestBytes) with { Detail = exception.Message }
                : Problems.Malformed(exception.Message));
        }
        catch (Exception exception)
        {
            ProxyLog.Failed(context.Logger, request.RequestId, exception);
            return ProxyOutcome.Undone(Problems.Internal());
        }
    }

    private BackendCall? Translate(ApiRequest request)
    {
        if (request.Body.Length > options.MaxRequestBytes)
        {
            throw new ProblemException(Problems.TooLarge(options.MaxRequestBytes));
        }

        // An API takes no such header; a handler that is fed by something else must not become a way in.
        return request.Headers.Values.All(HeaderRules.IsValue)
            ? translate(request)
            : throw new ProblemException(Problems.Malformed("A header has a control character."));
    }

    private async ValueTask<ProxyOutcome> RunAsync(ApiRequest request, BackendCall call, TimeBudget budget, ILambdaContext context)
    {
        var kind = call.Kind ?? KindOf(request.Method);
        var key = kind == CallKind.Read ? null : IdempotencyKey.Of(request);
        if (key is null)
        {
            return await CallAsync(request, call, kind, key, budget, context).ConfigureAwait(false);
        }

        if (_keyed is null)
        {
            throw new ProblemException(Problems.Malformed("An Idempotency-Key is not supported here."));
        }

        if (options.BackendTakesKeys && kind == CallKind.Once)
        {
            kind = CallKind.Repeatable;
        }

        return await _keyed.RunAsync(request, key, () => CallAsync(request, call, kind, key, budget, context), budget, context).ConfigureAwait(false);
    }

    private async ValueTask<ProxyOutcome> CallAsync(ApiRequest request, BackendCall call, CallKind kind, string? key, TimeBudget budget, ILambdaContext context)
    {
        try
        {
            var reply = await _backend.CallAsync(request, call, kind, key, budget).ConfigureAwait(false);
            return Answer(request, call, kind, reply, context);
        }
        catch (Exception exception) when (BackendFailure.Of(exception, budget) is { } failure)
        {
            ProxyLog.NoAnswer(context.Logger, request.RequestId, options.Name, exception);
            return ProxyOutcome.Of(failure, kind);
        }
    }

    /// <summary>The backend has answered: whatever is wrong with the answer, the call has been made.</summary>
    private ProxyOutcome Answer(ApiRequest request, BackendCall call, CallKind kind, BackendReply reply, ILambdaContext context)
    {
        try
        {
            return ProxyOutcome.Done(WithHeaders(call.Reply?.Invoke(reply) ?? AsItIs(reply), reply));
        }
        catch (SoapFaultException exception)
        {
            ProxyLog.Fault(context.Logger, request.RequestId, options.Name, exception);
            var problem = FaultProblem(call, exception.Fault);
            return ProxyOutcome.Of(new BackendFailure(problem, IsSettled: exception.Fault.Code == SoapFaultCode.Sender), kind);
        }
        catch (ProblemException exception)
        {
            ProxyLog.BadStatus(context.Logger, request.RequestId, options.Name, reply.StatusCode);

            // 408 and 5xx do not say whether anything was done; 429 says that nothing was.
            var isSettled = reply.StatusCode is >= 300 and < 500 and not 408;
            return ProxyOutcome.Of(new BackendFailure(exception.Problem, isSettled, IsSent: reply.StatusCode != 429), kind);
        }
        catch (TranslationException exception)
        {
            ProxyLog.BadAnswer(context.Logger, request.RequestId, options.Name, exception);
            return ProxyOutcome.Of(new BackendFailure(Problems.BadAnswer(), IsSettled: false), kind);
        }
        catch (Exception exception)
        {
            ProxyLog.Failed(context.Logger, request.RequestId, exception);
            return ProxyOutcome.Of(new BackendFailure(Problems.Internal(), IsSettled: false), kind);
        }
    }

    private static ApiReply AsItIs(BackendReply reply)
    {
        reply.ThrowIfFailed();
        return new ApiReply(reply.StatusCode, reply.ContentType, reply.Body);
    }

    private ApiReply WithHeaders(ApiReply made, BackendReply reply) => HeaderRules.Pick(reply.Headers, options.ReplyHeaders)
        .Where(header => !made.Headers.ContainsKey(header.Key) && HeaderRules.IsValue(header.Value))
        .Aggregate(made, (all, header) => all.WithHeader(header.Key, header.Value));

    private static Problem FaultProblem(BackendCall call, SoapFault fault)
    {
        if (call.Fault?.Invoke(fault) is { } problem)
        {
            return problem;
        }

        if (fault.Code != SoapFaultCode.Sender)
        {
            return Problems.BadAnswer();
        }

        if (fault.Detail is not { } detail)
        {
            return Problems.Refused();
        }

        using var document = JsonDocument.Parse(detail);
        return Problems.Refused().With("fault", document.RootElement.Clone());
    }

    private static CallKind KindOf(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" => CallKind.Read,
        "PUT" or "DELETE" => CallKind.Repeatable,
        _ => CallKind.Once,
    };
}
