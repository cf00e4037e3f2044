namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What an authorizer decided.</summary>
/// <param name="Refusal">What the client gets instead of the function's reply; null when it may go on.</param>
/// <param name="Caller">What the function learns about the caller.</param>
internal readonly record struct AuthorizerDecision(HttpApiReply? Refusal, CallerContext? Caller)
{
    public static AuthorizerDecision Open { get; } = new(null, null);

    public static AuthorizerDecision Refused(HttpApiReply reply) => new(reply, null);

    public static AuthorizerDecision Admitted(CallerContext caller) => new(null, caller);
}
