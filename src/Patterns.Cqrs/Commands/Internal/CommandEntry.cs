using Amazon.Lambda.Core;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings a request of an API to its reply.</summary>
internal sealed class CommandEntry(CommandRouter router, CommandApiOptions options, Func<ApiRequest, CommandRequest?> translate)
{
    public async ValueTask<Stream> AnswerAsync(ApiRequest request, ILambdaContext context)
    {
        using var budget = new TimeBudget(request, context, options.IntegrationTimeout, options.Reserve, options.Time);
        CommandRequest? command = null;
        ApiReply reply;
        try
        {
            command = Take(request);
            reply = command is null ? Problems.NotFound().ToReply() : await RunAsync(command, budget).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            reply = Failed(request, command, exception, budget, context.Logger);
        }

        var (output, status) = ReplyOutput.Write(reply, static () => Problems.Internal().With(CommandProblems.Outcome, "unknown").ToReply());
        CommandMeter.Count(router.Knows(command?.Name) ? command!.Name : null, status);
        return output;
    }

    /// <exception cref="ProblemException">The request is none that is taken.</exception>
    private CommandRequest? Take(ApiRequest request)
    {
        if (!options.Methods.Contains(request.Method))
        {
            throw new ProblemException(CommandProblems.WrongMethod());
        }

        var caller = Caller.Of(request);
        if (caller is null && !options.AllowsAnonymous)
        {
            throw new ProblemException(Problems.Unauthenticated());
        }

        if (request.Body.Length > options.MaxRequestBytes)
        {
            throw new ProblemException(Problems.TooLarge(options.MaxRequestBytes));
        }

        return translate(request) is { } command ? CommandInput.Complete(command, request, caller) : null;
    }

    private async ValueTask<ApiReply> RunAsync(CommandRequest command, TimeBudget budget)
    {
        if (budget.End.IsCancellationRequested)
        {
            throw new ProblemException(Problems.OutOfTime().With(CommandProblems.Outcome, "none"));
        }

        // A little of the reserve is for whoever listens to the token: it may know what it waits for, and gives its key back.
        using var limit = new CancellationTokenSource(budget.Left + (options.Reserve / 2), options.Time);
        var end = budget.End;
        var run = options.OnThreadPool ? Task.Run(() => router.RunAsync(command, end).AsTask(), CancellationToken.None) : router.RunAsync(command, end).AsTask();
        return CommandAnswer.Of(await LateTask.NotBeyond(run, limit.Token).ConfigureAwait(false));
    }

    private ApiReply Failed(ApiRequest request, CommandRequest? command, Exception exception, TimeBudget budget, ILambdaLogger? logger)
    {
        var problem = command is null ? CommandProblems.OfRequest(exception) : CommandProblems.OfRun(exception, budget.End.IsCancellationRequested);
        if (problem.Status >= 500)
        {
            CommandLog.Failed(logger, request.RequestId, exception, isMistake: problem.Status == 500);
        }

        return problem.Status switch
        {
            401 => problem.ToReply().WithHeader("WWW-Authenticate", "Bearer"),
            405 => problem.ToReply().WithHeader("Allow", string.Join(", ", options.Methods)),
            _ => problem.ToReply(),
        };
    }
}
