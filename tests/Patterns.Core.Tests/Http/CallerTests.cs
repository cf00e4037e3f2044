using System.Text;
using System.Text.Json;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Core.Tests.Http;

public sealed class CallerTests
{
    private const string PoolArn = "arn:aws:sts::1:assumed-role/shop-users/CognitoIdentityCredentials";

    [Theory]
    [InlineData("""{"jwt":{"claims":{"sub":"ann","scope":"read"},"scopes":["read"]}}""", "sub", "scope=read;sub=ann")]
    [InlineData("""{"claims":{"sub":"ann","cognito:groups":"staff"}}""", "sub", "cognito:groups=staff;sub=ann")]
    [InlineData("""{"lambda":{"sub":"ann","plan":"pro","seats":3,"old":null}}""", "", "plan=pro;seats=3;sub=ann")]
    [InlineData("""{"lambda":{"principalId":"ann","sub":"other"}}""", "principalId", "principalId=ann;sub=other")]
    [InlineData("""{"principalId":"ann","integrationLatency":12,"plan":"pro"}""", "principalId", "integrationLatency=12;plan=pro;principalId=ann")]
    [InlineData("""{"iam":{"userArn":"ann","accountId":"1"}}""", "userArn", "accountId=1;userArn=ann")]
    public void Who_asks_is_read_from_what_every_kind_of_authorizer_says(string authorizer, string principal, string claims)
    {
        var caller = Caller.Of(Request(authorizer, principal.Length > 0 ? "ann" : null))!;

        Assert.Equal("ann", caller.Id);
        Assert.Equal(claims, string.Join(';', caller.Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal).Select(claim => $"{claim.Key}={claim.Value}")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"lambda":{"plan":"pro"}}""")]
    [InlineData("""{"lambda":null}""")]
    [InlineData("""{"lambda":{"sub":""}}""")]
    public void An_authorizer_that_does_not_say_who_it_is_leaves_nobody(string authorizer) => Assert.Null(Caller.Of(Request(authorizer, null)));

    [Fact]
    public async Task The_events_of_both_formats_have_it_where_it_is_read()
    {
        var second = await CallerAsync("""{"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"},"authorizer":{"lambda":{"sub":"ann","plan":"pro"}}}}""");
        var first = await CallerAsync("""{"resource":"/","path":"/","httpMethod":"GET","requestContext":{"authorizer":{"claims":{"sub":"ann","plan":"pro"}}}}""");

        Assert.Equal(("ann", "pro"), (first?.Id, first?.Claim("plan")));
        Assert.Equal(("ann", "pro"), (second?.Id, second?.Claim("plan")));
    }

    [Theory]
    [InlineData("eu-1:ann", """{"cognitoIdentity":{"amr":["authenticated","graph.facebook.com"],"identityId":"eu-1:ann","identityPoolId":"eu-1:pool"},"userArn":"POOL"}""")]
    [InlineData("eu-1:bob", """{"cognitoIdentity":{"amr":["authenticated"],"identityId":"eu-1:bob","identityPoolId":"eu-1:pool"},"userArn":"POOL"}""")]
    [InlineData(null, """{"cognitoIdentity":{"amr":["unauthenticated"],"identityId":"eu-1:guest","identityPoolId":"eu-1:pool"},"userArn":"POOL"}""")]
    [InlineData(null, """{"cognitoIdentity":null,"userArn":"POOL"}""")]
    [InlineData("arn:aws:iam::1:user/ann", """{"cognitoIdentity":null,"userArn":"arn:aws:iam::1:user/ann"}""")]
    [InlineData(null, """{"cognitoIdentity":null,"userArn":null}""")]
    public async Task Users_of_an_identity_pool_who_sign_by_one_role_are_told_apart_and_its_guests_are_nobody(string? id, string iam) =>
        Assert.Equal(id, await WhoAsync("""{"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"},"authorizer":{"iam":IDENTITY}}}""", iam));

    [Theory]
    [InlineData("eu-1:ann", """{"cognitoIdentityId":"eu-1:ann","cognitoAuthenticationType":"authenticated","userArn":"POOL"}""")]
    [InlineData(null, """{"cognitoIdentityId":"eu-1:guest","cognitoAuthenticationType":"unauthenticated","userArn":"POOL"}""")]
    [InlineData(null, """{"cognitoIdentityId":null,"cognitoAuthenticationType":null,"userArn":"POOL"}""")]
    [InlineData("arn:aws:sts::1:assumed-role/app/i-1", """{"cognitoIdentityId":null,"cognitoAuthenticationType":null,"userArn":"arn:aws:sts::1:assumed-role/app/i-1"}""")]
    public async Task The_same_is_so_in_events_of_format_1(string? id, string identity) =>
        Assert.Equal(id, await WhoAsync("""{"resource":"/","path":"/","httpMethod":"GET","requestContext":{"identity":IDENTITY}}""", identity));

    /// <returns>Null for nobody.</returns>
    private static async Task<string?> WhoAsync(string made, string identity) =>
        (await CallerAsync(made.Replace("IDENTITY", identity, StringComparison.Ordinal).Replace("POOL", PoolArn, StringComparison.Ordinal)))?.Id;

    private static async Task<Caller?> CallerAsync(string made) => Caller.Of(await EventInput.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(made))));

    private static ApiRequest Request(string authorizer, string? principal)
    {
        using var document = JsonDocument.Parse(authorizer);
        return new ApiRequest { Method = "GET", Path = "/", Principal = principal, Authorizer = document.RootElement.Clone() };
    }
}
