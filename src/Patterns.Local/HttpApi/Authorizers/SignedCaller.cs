using System.Text.Json;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Admits whoever signs its requests, with whatever credentials: this endpoint accepts any.</summary>
internal sealed class SignedCaller(AwsEnvironment aws) : IAuthorizer
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";
    private const string Credential = "Credential=";

    public Task<AuthorizerDecision> DecideAsync(ApiRequest request)
    {
        var authorization = request.Http.Request.Headers.Authorization.ToString();
        return Task.FromResult(authorization.StartsWith(Algorithm, StringComparison.Ordinal)
            ? AuthorizerDecision.Admitted(new IamCaller(aws.AccountId, KeyIn(authorization)))
            : AuthorizerDecision.Refused(request.Api.Kind.Denied));
    }

    private static string KeyIn(string authorization)
    {
        var start = authorization.IndexOf(Credential, StringComparison.Ordinal);
        return start < 0 ? "" : authorization[(start + Credential.Length)..].Split('/')[0];
    }

    private sealed class IamCaller(string account, string accessKey) : CallerContext
    {
        public override void WriteV1(Utf8JsonWriter json)
        {
            // Format 1.0 has the caller of a signed request in its identity, which function URLs do not know.
        }

        public override void WriteV2(Utf8JsonWriter json)
        {
            json.WriteStartObject("authorizer");
            json.WriteStartObject("iam");
            json.WriteString("accessKey", accessKey);
            json.WriteString("accountId", account);
            json.WriteString("callerId", accessKey);
            json.WriteNull("cognitoIdentity");
            json.WriteNull("principalOrgId");
            json.WriteString("userArn", $"arn:aws:iam::{account}:root");
            json.WriteString("userId", accessKey);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
