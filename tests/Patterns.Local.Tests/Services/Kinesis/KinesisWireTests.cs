using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>The protocol, byte by byte.</summary>
public sealed class KinesisWireTests : IAsyncLifetime
{
    private const string Json = "application/x-amz-json-1.1";

    private SdkEndpoint _aws = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await SdkEndpoint.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_aws.Endpoint) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task A_target_header_names_the_operation_and_the_answer_is_JSON()
    {
        using var created = await SendAsync("CreateStream", """{"StreamName":"s","ShardCount":1}""");
        using var put = await SendAsync("PutRecord", """{"StreamName":"s","PartitionKey":"k","Data":"YQ=="}""");

        Assert.Equal((200, "{}"), ((int)created.StatusCode, await created.Content.ReadAsStringAsync()));
        Assert.Equal(Json, put.Content.Headers.ContentType!.MediaType);
        Assert.True(put.Headers.Contains("x-amzn-RequestId"));
        var answer = JsonElement.Parse(await put.Content.ReadAsStringAsync());
        Assert.Equal(("shardId-000000000000", "NONE"), (KinesisWorld.Text(answer, "ShardId"), KinesisWorld.Text(answer, "EncryptionType")));
    }

    [Fact]
    public async Task Errors_have_type_and_message()
    {
        using var missing = await SendAsync("DescribeStreamSummary", """{"StreamName":"missing"}""");

        Assert.Equal(400, (int)missing.StatusCode);
        Assert.Equal("""{"__type":"ResourceNotFoundException","message":"Stream missing under account 000000000000 not found."}""", await missing.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"StreamName":1}""")]
    [InlineData("""{"StreamName":"s" """)]
    [InlineData("""{"StreamName":"\ud800"}""")]
    public async Task A_body_that_is_not_the_operations_JSON_is_refused(string body)
    {
        using var refused = await SendAsync("DescribeStreamSummary", body);

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("\"__type\":\"SerializationException\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_speaks_CBOR_is_told_in_CBOR_how_to_speak_JSON()
    {
        using var refused = await SendAsync("PutRecord", "\u00a0", "application/x-amz-cbor-1.1");

        var body = Encoding.UTF8.GetString(await refused.Content.ReadAsByteArrayAsync());
        Assert.Equal((400, "application/x-amz-cbor-1.1"), ((int)refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Contains("SerializationException", body, StringComparison.Ordinal);
        Assert.Contains("AWS_CBOR_DISABLE=1 (Java SDK 1), CBOR_ENABLED=false or -Daws.cborEnabled=false (Java SDK 2)", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_larger_than_any_is_refused()
    {
        using var refused = await SendAsync("PutRecords", new string(' ', (16 * 1024 * 1024) + 1));

        Assert.Equal(413, (int)refused.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string operation, string body, string contentType = Json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, new MediaTypeHeaderValue(contentType)) };
        request.Headers.Add("X-Amz-Target", $"Kinesis_20131202.{operation}");
        return await _http.SendAsync(request);
    }
}
