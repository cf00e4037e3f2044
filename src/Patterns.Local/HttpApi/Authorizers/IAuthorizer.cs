namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Decides who may use a route.</summary>
internal interface IAuthorizer
{
    Task<AuthorizerDecision> DecideAsync(ApiRequest request);
}
