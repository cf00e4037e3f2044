using Patterns.Http.Internal;

namespace Patterns.Http;

/// <summary>Who asks, as the API's authorizer or a service's caller vouches for it. Nothing that a client writes by itself gets into it.</summary>
public sealed class Caller
{
    internal Caller(string id, IReadOnlyDictionary<string, string> claims)
    {
        Id = id;
        Claims = claims;
    }

    /// <summary>
    /// The claim <c>sub</c> of a token, <c>principalId</c> or else <c>sub</c> of a Lambda authorizer's context, the identity's id of a user of a Cognito identity
    /// pool, or the ARN of another IAM caller. Never empty.
    /// </summary>
    public string Id { get; }

    /// <summary>The token's claims, or the Lambda authorizer's context. What is no text is as the event has it in JSON.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; }

    /// <summary>
    /// Reads who asks from the authorizer's part of the event alone: JWT and Lambda authorizers of HTTP APIs, Cognito and Lambda authorizers of REST APIs, IAM.
    /// </summary>
    /// <returns>
    /// Null when there is no authorizer, or it does not say who it is: for guests of an identity pool, and for its users when the event has only the ARN of the
    /// role that they share.
    /// </returns>
    public static Caller? Of(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var claims = AuthorizerClaims.Of(request.Authorizer);
        var id = string.IsNullOrEmpty(request.Principal) ? claims.GetValueOrDefault("sub") : request.Principal;
        return string.IsNullOrEmpty(id) ? null : new Caller(id, claims);
    }

    /// <summary>The same with some of the claims.</summary>
    internal Caller With(IReadOnlyCollection<string> claims) => new(Id, Claims.Where(claim => claims.Contains(claim.Key)).ToDictionary());

    /// <summary>The claim's value, or null.</summary>
    public string? Claim(string name) => Claims.GetValueOrDefault(name);
}
