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
    internal override async ValueTask<ApiReply> AnswerAsync(BackendRequest request, OperationRun run)
    {
        var asked = Read(request.Api, run.Options.MaxRequestBytes);
        try
        {
            run.Budget.End.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            throw new ProblemException(Problems.OutOfTime().With("outcome", "none"));
        }

        try
        {
            var task = handle(request, asked, run.Budget.End).AsTask();
            return ApiReply.Json(JsonSerializer.SerializeToUtf8Bytes(await LateTask.NotBeyond(task, run.Budget.End).ConfigureAwait(false), reply));
        }
        catch (ProblemException exception) when (exception.Problem is { Status: >= 500 } problem && !problem.Extensions.ContainsKey("outcome"))
        {
            throw new ProblemException(problem.With("outcome", "unknown"), exception);
        }
        catch (Exception exception) when (BackendFailure.Of(exception, run.Budget) is { } failure)
        {
            BackendLog.NoAnswer(run.Logger, request.Api.RequestId, Name, exception);
            throw new ProblemException(failure.Problem.With("outcome", failure.IsSent ? "unknown" : "none"), exception);
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
