using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>The authorizer of all APIs: says whose token it is.</summary>
public sealed class CheckSession
{
    private const string Scheme = "Bearer ";
    private readonly ITable _table = Sessions.Table();

    public async Task<APIGatewayCustomAuthorizerV2SimpleResponse> FunctionHandler(APIGatewayCustomAuthorizerV2Request request, ILambdaContext context)
    {
        var header = request.IdentitySource?.FirstOrDefault() ?? "";
        var session = header.StartsWith(Scheme, StringComparison.Ordinal) ? await _table.GetAsync(Sessions.KeyOf(header[Scheme.Length..]), CancellationToken.None) : null;
        return session is null || session.IsExpired(DateTimeOffset.UtcNow)
            ? new() { IsAuthorized = false }
            : new() { IsAuthorized = true, Context = new Dictionary<string, object> { ["sub"] = session["name"]!.GetString() } };
    }
}
