using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.Tables;

namespace Command.Functions;

/// <summary>The API's authorizer: says whose token it is. Sessions are kept by the hash of their token, so that the table is no list of tokens.</summary>
public sealed class CheckSession
{
    private const string Scheme = "Bearer ";
    private readonly ITable _sessions = Tables.Sessions();

    public async Task<APIGatewayCustomAuthorizerV2SimpleResponse> FunctionHandler(APIGatewayCustomAuthorizerV2Request request, ILambdaContext context)
    {
        var header = request.IdentitySource?.FirstOrDefault() ?? "";
        var session = header.StartsWith(Scheme, StringComparison.Ordinal) ? await _sessions.GetAsync(KeyOf(header[Scheme.Length..]), CancellationToken.None) : null;
        return session is null || session.IsExpired(DateTimeOffset.UtcNow)
            ? new() { IsAuthorized = false }
            : new() { IsAuthorized = true, Context = new Dictionary<string, object> { ["sub"] = session["name"]!.GetString(), ["role"] = session["role"]!.GetString() } };
    }

    private static TableKey KeyOf(string token) => new($"session#{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}", "user");
}
