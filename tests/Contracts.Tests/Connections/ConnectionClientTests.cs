using System.Net;
using Amazon.ApiGatewayManagementApi;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime;
using Contracts.Tests.Http;

namespace Contracts.Tests.Connections;

public sealed class ConnectionClientTests
{
    [Fact]
    public async Task A_post_goes_to_the_path_of_the_stage_with_the_id_encoded()
    {
        await using var server = new CannedServer(CannedAnswer.Json(""));
        using var client = Client(server);

        await client.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = "HXT_RfBnPHcCIIg=", Data = new MemoryStream("hello"u8.ToArray()) });

        Assert.Equal("POST /live/%40connections/HXT_RfBnPHcCIIg%3D HTTP/1.1", server.Single.Line);
        Assert.Equal("hello", server.Single.Text);
        Assert.Contains("/eu-west-1/execute-api/aws4_request", server.Single.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_read_with_all_that_it_has()
    {
        await using var server = new CannedServer(CannedAnswer.Json(
            """{"connectedAt":"2026-01-02T03:04:05.000Z","identity":{"sourceIp":"192.0.2.1","userAgent":"test"},"lastActiveAt":"2026-01-02T03:04:10.500Z"}"""));
        using var client = Client(server);

        var found = await client.GetConnectionAsync(new GetConnectionRequest { ConnectionId = "c" });

        Assert.StartsWith("GET /live/", server.Single.Line);
        Assert.Equal(("192.0.2.1", "test"), (found.Identity.SourceIp, found.Identity.UserAgent));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), found.ConnectedAt);
        Assert.Equal(5.5, (found.LastActiveAt - found.ConnectedAt)!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData(410, "GoneException", typeof(GoneException))]
    [InlineData(413, "PayloadTooLargeException", typeof(PayloadTooLargeException))]
    [InlineData(403, "ForbiddenException", typeof(ForbiddenException))]
    [InlineData(400, "BadRequestException", typeof(AmazonApiGatewayManagementApiException))]
    public async Task An_error_has_its_type(int status, string code, Type type)
    {
        await using var server = new CannedServer(CannedAnswer.JsonError(status, code, "no"));
        using var client = Client(server);

        var error = (AmazonApiGatewayManagementApiException?)await Record.ExceptionAsync(() => client.DeleteConnectionAsync(new DeleteConnectionRequest { ConnectionId = "c" }));

        Assert.IsType(type, error);
        Assert.Equal((code, "no", (HttpStatusCode)status), (error.ErrorCode, error.Message, error.StatusCode));
    }

    private static AmazonApiGatewayManagementApiClient Client(CannedServer server) =>
        new(new BasicAWSCredentials("key", "secret"), new AmazonApiGatewayManagementApiConfig { ServiceURL = server.Url + "/live", AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
}
