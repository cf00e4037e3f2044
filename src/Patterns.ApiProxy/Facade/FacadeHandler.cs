using Amazon.Lambda.Core;
using Patterns.Facade.Internal;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Facade;

/// <summary>Answers a request by the answers of several services.</summary>
/// <remarks>
/// <para>
/// Guarantee: each request has one reply within its budget, whatever the parts do. Each part of it is fresh, from the cache with its age,
/// substituted, or named as missing with the reason; without a mandatory part, the reply is a problem document that names it, at once.
/// </para>
/// <para>One instance serves many invocations, also at the same time: keep nothing about a single one in fields.</para>
/// </remarks>
public abstract class FacadeHandler
{
    private readonly FacadeOptions _options;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FacadeHandler(FacadeOptions? options = null) => _options = (options ?? new FacadeOptions()).Validated();

    /// <summary>The method to name in the function's handler setting: takes events of HTTP APIs in both formats, REST APIs and function URLs.</summary>
    /// <exception cref="UnknownEventException">The payload is no request of an API.</exception>
    public async Task<Stream> FunctionHandler(Stream request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = await EventInput.ReadAsync(request).ConfigureAwait(false);
        var reply = await ReplyAsync(asked, context).ConfigureAwait(false);
        var (output, status) = ReplyOutput.Write(reply, () => TooLarge(asked, context));
        FacadeMeter.CountReply(_options.Name, status);
        return output;
    }

    /// <summary>Says which parts the reply to a request has.</summary>
    /// <returns>The plan; null for a request that there is nothing for, which is answered with 404.</returns>
    /// <exception cref="ProblemException">The client gets the problem; nobody is asked.</exception>
    protected abstract CallPlan? Plan(ApiRequest request);

    /// <summary>
    /// Makes the reply. By default it is a JSON object with a member for each part that is there, <c>missing</c> with <c>part</c> and <c>reason</c> of each that is
    /// not, and if there are any, <c>stale</c> with <c>part</c> and <c>ageSeconds</c>, and <c>substituted</c>. One that is not complete has the header
    /// <c>Cache-Control: no-store</c>, so that nobody keeps it for a complete one.
    /// </summary>
    protected virtual ApiReply Compose(ApiRequest request, PlanResult result) => PlanReply.Of(result);

    private async ValueTask<ApiReply> ReplyAsync(ApiRequest request, ILambdaContext context)
    {
        using var budget = new TimeBudget(request, context, _options.IntegrationTimeout, _options.Reserve, _options.Time);
        try
        {
            if (!_options.Methods.Contains(request.Method))
            {
                return new Problem(405, "This only reads.").ToReply().WithHeader("Allow", string.Join(", ", _options.Methods));
            }

            return Plan(request) is { } plan
                ? await PlanAnswer.OfAsync(plan, result => Compose(request, result), budget, _options, request.RequestId, context.Logger).ConfigureAwait(false)
                : Problems.NotFound().ToReply();
        }
        catch (ProblemException exception)
        {
            return exception.Problem.ToReply();
        }
        catch (Exception exception)
        {
            FacadeLog.Failed(context.Logger, request.RequestId, exception);
            return Problems.Internal().ToReply();
        }
    }

    private static ApiReply TooLarge(ApiRequest request, ILambdaContext context)
    {
        FacadeLog.ReplyTooLarge(context.Logger, request.RequestId);
        return Problems.Internal().ToReply();
    }
}
