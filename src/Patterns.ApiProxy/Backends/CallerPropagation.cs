using Patterns.Http.Internal;

namespace Patterns.Backends;

/// <summary>How a service learns who asks. The header is made anew for each call: what a client sent under its name does not get through.</summary>
public sealed class CallerPropagation
{
    private readonly Func<BackendRequest, string, string?> _value;

    private CallerPropagation(string? header, Func<BackendRequest, string, string?> value)
    {
        if (header is not null)
        {
            HeaderRules.CheckName(header);
        }

        Header = header;
        _value = value;
    }

    /// <summary>The service does not learn it, for data that is the same for everybody.</summary>
    public static CallerPropagation None { get; } = new(null, (_, _) => null);

    /// <summary>The header that says it; null for none.</summary>
    public string? Header { get; }

    /// <summary>
    /// Passes on the token that the API's authorizer has checked; the service's own authorizer checks it again. Anonymous requests are passed on without one.
    /// </summary>
    /// <param name="header">The header that the authorizer checks, in its settings: another one is the client's word.</param>
    public static CallerPropagation Bearer(string header = "Authorization") => new(header, (request, _) => request.IsAnonymous ? null : request.Api.Header(header));

    /// <summary>Says it in a token that this side signs, and that is for one service and a minute; the service reads it by <see cref="CallerToken.Read"/>.</summary>
    /// <param name="token">Signs it.</param>
    /// <param name="header">The header that it is in.</param>
    /// <param name="claims">The claims that the service gets beside the id, as far as the caller has them. Default: null, for all of them.</param>
    public static CallerPropagation Token(CallerToken token, string header = CallerToken.DefaultHeader, IReadOnlyCollection<string>? claims = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(header, (request, service) => request.IsAnonymous ? null : token.Write(claims is null ? request.Caller : request.Caller.With(claims), service));
    }

    internal string? ValueFor(BackendRequest request, string service) => _value(request, service);
}
