using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.Cqrs.Internal;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs;

/// <summary>Answers queries from views, over HTTP. Whoever brings the token of a command's reply reads what that command wrote.</summary>
/// <remarks>
/// <para>Derive from it and name <see cref="FunctionHandler"/> in the template.</para>
/// <para>
/// Guarantee: each request has one reply in time. With the header <c>View-Token</c>, as a command's reply has it, the reply shows that version of
/// the aggregate or a later one; if a view does not have it in time, the reply is the problem <c>view-behind</c>, with 503 and <c>Retry-After</c>.
/// Without it, the reply shows the views as they are.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
/// <typeparam name="TQuery">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public abstract class QueryHandler<TQuery, TResult>
    where TResult : class
{
    private readonly JsonTypeInfo<TResult> _json;
    private readonly QueryOptions _options;
    private readonly TokenWait _tokens;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How an answer is written, from a source-generated context.</param>
    /// <param name="views">The views that are read: all of them are waited for.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected QueryHandler(JsonTypeInfo<TResult> json, IReadOnlyList<ViewStore> views, QueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(views);
        _json = json;
        _options = (options ?? new()).Validated();
        _tokens = new TokenWait(views, _options);
    }

    /// <summary>The method to name in the function's handler setting: takes events of HTTP APIs in both formats, REST APIs and function URLs.</summary>
    /// <exception cref="UnknownEventException">The payload is no request of an API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await EventInput.ReadAsync(request).ConfigureAwait(false);
        var reply = await ReplyAsync(asked, context).ConfigureAwait(false);
        return ReplyOutput.Write(reply, () => TooLarge(asked, context)).Output;
    }

    /// <summary>Reads what is asked.</summary>
    /// <exception cref="ProblemException">The client gets the problem, for example <see cref="Problems.Malformed"/>.</exception>
    protected abstract TQuery Read(ApiRequest request);

    /// <summary>Finds the answer.</summary>
    /// <returns>Null when there is nothing of the kind, which is answered with 404.</returns>
    /// <exception cref="ProblemException">The client gets the problem.</exception>
    protected abstract ValueTask<TResult?> FindAsync(TQuery query, QueryContext context);

    private async ValueTask<ApiReply> ReplyAsync(ApiRequest request, ILambdaContext context)
    {
        using var budget = new TimeBudget(request, context, _options.IntegrationTimeout, _options.Reserve, _options.Time);
        try
        {
            return request.Method is "GET" or "HEAD"
                ? await AnswerAsync(request, budget).ConfigureAwait(false)
                : new Problem(405, "This only reads.").ToReply().WithHeader("Allow", "GET, HEAD");
        }
        catch (Exception exception)
        {
            return ProblemOf(exception, request, budget, context).ToReply();
        }
    }

    private async ValueTask<ApiReply> AnswerAsync(ApiRequest request, TimeBudget budget)
    {
        var query = Read(request);
        await _tokens.WaitAsync(request, budget).ConfigureAwait(false);
        var found = await LateTask.NotBeyond(FindAsync(query, new QueryContext(request, budget.End)).AsTask(), budget.End).ConfigureAwait(false);
        if (found is null)
        {
            return Problems.NotFound().ToReply();
        }

        return ApiReply.Json(request.Method == "HEAD" ? default : JsonSerializer.SerializeToUtf8Bytes(found, _json));
    }

    private static Problem ProblemOf(Exception exception, ApiRequest request, TimeBudget budget, ILambdaContext context)
    {
        switch (exception)
        {
            case ProblemException known:
                return known.Problem;
            case OperationCanceledException when budget.End.IsCancellationRequested:
                return Problems.OutOfTime();
            case Tables.TableException { IsRetryable: true }:
                QueryLog.Failed(context.Logger, request.RequestId, exception);
                return Problems.Unavailable(null);
            default:
                QueryLog.Failed(context.Logger, request.RequestId, exception);
                return Problems.Internal();
        }
    }

    private static ApiReply TooLarge(ApiRequest request, ILambdaContext context)
    {
        QueryLog.ReplyTooLarge(context.Logger, request.RequestId);
        return Problems.Internal().ToReply();
    }
}
