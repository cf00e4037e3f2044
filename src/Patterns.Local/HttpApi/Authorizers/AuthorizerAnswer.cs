namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What an authorizer's function said, which holds for every request of the same identity.</summary>
/// <param name="Policy">What the caller may use; null for a simple answer.</param>
/// <param name="IsAuthorized">The simple answer.</param>
/// <param name="Caller">What the function said about the caller.</param>
internal sealed record AuthorizerAnswer(InvokePolicy? Policy, bool IsAuthorized, LambdaCaller Caller)
{
    /// <summary>A policy that is kept is asked again for each method.</summary>
    public AuthorizerDecision For(ApiKind kind, string methodArn) => (Policy is null ? IsAuthorized : Policy.Allows(methodArn)) switch
    {
        true => AuthorizerDecision.Admitted(Caller),
        false => AuthorizerDecision.Refused(kind.ExplicitlyDenied),
        null => AuthorizerDecision.Refused(kind.Denied),
    };
}
