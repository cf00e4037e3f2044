namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>An authorizer that is made after the routes which have it.</summary>
internal sealed class NamedAuthorizer(HttpApiDefinition api, string id) : IAuthorizer
{
    public Task<AuthorizerDecision> DecideAsync(ApiRequest request) => api.FindAuthorizer(id) is { } authorizer
        ? authorizer.DecideAsync(request)
        : Task.FromResult(AuthorizerDecision.Refused(request.Api.Kind.AuthorizerFailed));
}
