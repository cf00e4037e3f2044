using Patterns.Local.Functions;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Messages;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>Asks the authorizer of <c>$connect</c>; its answers are not cached for WebSocket APIs.</summary>
internal sealed class SocketAuthorization(AwsEnvironment aws, SocketCall call)
{
    private const int LongestAnswer = 8 * 1024;

    private readonly SocketEvent _event = new(aws);

    public async Task<Admission> AskAsync(Handshake handshake, SocketAuthorizer authorizer)
    {
        var info = handshake.Info;
        if (!authorizer.IdentitySources.All(source => source.IsIn(handshake.Http, info.Stage)))
        {
            return Admission.Unauthorized;
        }

        var arn = aws.Arn("execute-api", $"{info.Api.Id}/{info.Stage.Name}/{SocketRoute.Connect}");
        var result = await call.AuthorizeAsync(authorizer, handshake, _event.Authorize(handshake, arn)).ConfigureAwait(false);
        return result switch
        {
            null => Admission.Broken,
            { Succeeded: false } => AuthorizerAnswerReader.SaysUnauthorized(result.Payload) ? Admission.Unauthorized : Admission.Broken,
            { Payload.Length: > LongestAnswer } => Admission.Broken,
            _ => Read(result, arn),
        };
    }

    // The form of REST APIs: a policy, and a context without lists and mappings.
    private static Admission Read(InvocationResult result, string arn) =>
        AuthorizerAnswerReader.Read(result.Payload, AuthorizerForm.RestRequest) is not { Policy: { } policy } answer ? Admission.Broken
        : policy.Allows(arn) == true ? Admission.Free with { Caller = answer.Caller }
        : Admission.Forbidden;
}
