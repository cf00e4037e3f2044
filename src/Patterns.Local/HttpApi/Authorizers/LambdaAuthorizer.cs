using System.Text.RegularExpressions;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Asks a function who may use a route, and keeps its answers by identity.</summary>
internal sealed class LambdaAuthorizer(AwsEnvironment aws, IFunctionInvoker invoker, LambdaAuthorizerSettings settings) : IAuthorizer
{
    private const char Separator = '\0';

    private readonly AuthorizerEvent _event = new(aws);
    private readonly AuthorizerCache _cache = new(settings.CacheTime, aws.Time);

    public async Task<AuthorizerDecision> DecideAsync(ApiRequest request)
    {
        var kind = request.Api.Kind;
        var identity = settings.Identity.Select(source => source.ValueIn(request) ?? "").ToList();
        if (!IsComplete(identity))
        {
            return AuthorizerDecision.Refused(kind.Unauthorized);
        }

        var key = $"{request.Stage.Name}{Separator}{string.Join(Separator, identity)}";
        if (settings.Caches && _cache.Find(key) is { } kept)
        {
            return kept.For(kind, _event.MethodArn(request));
        }

        var (answer, refusal) = await AskAsync(request, identity).ConfigureAwait(false);
        if (answer is null)
        {
            return AuthorizerDecision.Refused(refusal ?? kind.AuthorizerFailed);
        }

        if (settings.Caches)
        {
            _cache.Keep(key, answer);
        }

        return answer.For(kind, _event.MethodArn(request));
    }

    private bool IsComplete(List<string> identity) =>
        (!settings.DemandsIdentity || identity.TrueForAll(value => value.Length > 0)) && (settings.Validation is not { } validation || LooksAs(validation, identity[0]));

    // A token that takes its expression too long is as good as one that does not match.
    private static bool LooksAs(Regex validation, string token)
    {
        try
        {
            return validation.IsMatch(token);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private async Task<(AuthorizerAnswer? Answer, HttpApiReply? Refusal)> AskAsync(ApiRequest request, List<string> identity)
    {
        var abort = request.Http.RequestAborted;
        var options = new InvocationOptions { TraceId = request.TraceId, Origin = new InvocationOrigin($"authorizer {request.Route.Key.Text}") };
        try
        {
            var payload = _event.Write(request, settings.Form, identity);
            var result = await invoker.InvokeAsync(settings.FunctionName, payload, options, abort)
                .WaitAsync(request.Api.Kind.AuthorizerTimeout, aws.Time, abort).ConfigureAwait(false);
            return result.Succeeded
                ? (AuthorizerAnswerReader.Read(result.Payload, settings.Form), null)
                : (null, AuthorizerAnswerReader.SaysUnauthorized(result.Payload) ? request.Api.Kind.Unauthorized : null);
        }
        catch (Exception exception) when (exception is TimeoutException or AwsException)
        {
            return (null, null);
        }
    }
}
