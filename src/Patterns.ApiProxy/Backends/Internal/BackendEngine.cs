using Amazon.Lambda.Core;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Backends.Internal;

/// <summary>Brings a request to its reply: its version, its operation, who asks, and then the answer.</summary>
internal sealed class BackendEngine(BackendContract contract, BackendOptions options)
{
    private readonly FacadeOptions _plans = options.Plans(contract.Name);

    public async ValueTask<Stream> AnswerAsync(ApiRequest request, ILambdaContext context)
    {
        using var budget = new TimeBudget(request, context, options.IntegrationTimeout, options.Reserve, options.Time);
        var (reply, version) = await ReplyAsync(request, new OperationRun(budget, options, _plans, context.Logger)).ConfigureAwait(false);
        var (output, status) = ReplyOutput.Write(WithVersion(reply, version), () => WithVersion(TooLarge(request, context.Logger), version));
        BackendMeter.Count(contract.Name, version?.Number, status);
        return output;
    }

    private async ValueTask<(ApiReply Reply, ContractVersion? Version)> ReplyAsync(ApiRequest request, OperationRun run)
    {
        ContractVersion? version = null;
        try
        {
            (version, var path) = AskedVersion.Of(request, contract);
            return (await AnswerAsync(request, version, path, run).ConfigureAwait(false), version);
        }
        catch (Exception exception)
        {
            return (Failed(request, exception, run.Logger), version);
        }
    }

    /// <summary>What is said instead of a reply that is larger than a function may return. What was sent has been done by then, or not.</summary>
    private ApiReply TooLarge(ApiRequest request, ILambdaLogger? logger)
    {
        BackendLog.ReplyTooLarge(logger, request.RequestId, contract.Name);
        var problem = Problems.Internal();
        return (request.Method is "GET" or "HEAD" ? problem : problem.With("outcome", "unknown")).ToReply();
    }

    private static async ValueTask<ApiReply> AnswerAsync(ApiRequest request, ContractVersion version, string path, OperationRun run)
    {
        var (operation, values) = version.Find(request.Method, path);
        var caller = Caller.Of(request);
        return caller is null && !operation.IsAnonymous
            ? Problems.Unauthenticated().ToReply().WithHeader("WWW-Authenticate", "Bearer")
            : await operation.AnswerAsync(new BackendRequest(request, version.Number, caller, values), run).ConfigureAwait(false);
    }

    private ApiReply Failed(ApiRequest request, Exception exception, ILambdaLogger? logger)
    {
        switch (exception)
        {
            case ProblemException problem:
                return problem.Problem.ToReply();
            case WrongMethodException wrong:
                return new Problem(405, "This cannot be done here.").ToReply().WithHeader("Allow", wrong.Allowed);
            default:
                BackendLog.Failed(logger, request.RequestId, contract.Name, exception);
                return Problems.Internal().ToReply();
        }
    }

    /// <summary>Says by which version the reply is, and that it is on its way out.</summary>
    private ApiReply WithVersion(ApiReply reply, ContractVersion? version)
    {
        if (AskedVersion.Varies(contract) is { } header)
        {
            reply = reply.WithHeader("Vary", header);
        }

        if (version is null)
        {
            return reply;
        }

        reply = contract.VersionIn switch
        {
            VersionPlace.Header => reply.WithHeader(contract.VersionHeader, $"{version.Number}"),
            VersionPlace.MediaType when reply.ContentType == "application/json" => reply.WithContentType($"application/json; version={version.Number}"),
            _ => reply,
        };
        return version.Deprecation?.AddTo(reply) ?? reply;
    }
}
