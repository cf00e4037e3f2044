using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Proxy.Internal;

namespace Patterns.Backends.Internal;

/// <summary>Answers by doing something once.</summary>
internal sealed class SendOperation<TBody, TReply>(
    ContractVersion version,
    string method,
    string path,
    JsonTypeInfo<TBody> body,
    JsonTypeInfo<TReply> reply,
    Func<BackendRequest, TBody, CancellationToken, ValueTask<TReply>> handle,
    bool isAnonymous)
    : BackendOperation(version, method, path, body, reply, isAnonymous)
{
    private const string Outcome = "outcome";

    internal override async ValueTask<ApiReply> AnswerAsync(BackendRequest request, OperationRun run)
    {
        var asked = Read(request.Api, run.Options.MaxRequestBytes);
        try
        {
            run.Budget.End.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            throw new ProblemException(Problems.OutOfTime().With(Outcome, "none"));
        }

        try
        {
            var value = await LateCall
                .RunAsync(end => handle(request, asked, end), run.Options.OnThreadPool, run.Budget.End)
                .ConfigureAwait(false);
            return ApiReply.Json(JsonSerializer.SerializeToUtf8Bytes(value, reply));
        }
        catch (Exception exception)
        {
            throw new ProblemException(Problem(exception, request, run), exception);
        }
    }

    /// <summary>From the call of <c>handle</c> on, a failure says what is known of the outcome; a status of the 4xx says that nothing was done, except 408.</summary>
    private Problem Problem(Exception exception, BackendRequest request, OperationRun run)
    {
        switch (exception)
        {
            case ProblemException { Problem: var problem }:
                return problem.Status is 408 or >= 500 && !problem.Extensions.ContainsKey(Outcome) ? problem.With(Outcome, "unknown") : problem;
            case ServiceNotFoundException:
                BackendLog.NoAnswer(run.Logger, request.Api.RequestId, Name, exception);
                return Problems.Unavailable(null).With(Outcome, "none");
            case OperationCanceledException:
                BackendLog.NoAnswer(run.Logger, request.Api.RequestId, Name, exception);
                return Problems.OutOfTime().With(Outcome, "unknown");
            case var _ when BackendFailure.Of(exception, run.Budget) is { } failure:
                BackendLog.NoAnswer(run.Logger, request.Api.RequestId, Name, exception);
                return failure.Problem.With(Outcome, failure.IsSent ? "unknown" : "none");
            default:
                BackendLog.Failed(run.Logger, request.Api.RequestId, Name, exception);
                return Problems.Internal().With(Outcome, "unknown");
        }
    }

    private TBody Read(ApiRequest request, int maxBytes)
    {
        if (request.Body.Length > maxBytes)
        {
            throw new ProblemException(Problems.TooLarge(maxBytes));
        }

        try
        {
            return JsonSerializer.Deserialize(request.Json().Span, body) ?? throw new ProblemException(Problems.Malformed("The body is null."));
        }
        catch (JsonException exception)
        {
            // The text of the exception may quote the body and names types.
            throw new ProblemException(Problems.Malformed($"The body is not what is taken here, at {exception.Path ?? "$"}."), exception);
        }
    }
}
