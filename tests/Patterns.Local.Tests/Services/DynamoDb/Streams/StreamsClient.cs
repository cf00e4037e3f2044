using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.DynamoDb.Streams;

/// <summary>Speaks the protocol of the streams' API as the official client does.</summary>
internal sealed class StreamsClient(string endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(endpoint) };

    /// <summary>The answer of an operation.</summary>
    public async Task<JsonElement> CallAsync(string operation, JsonObject input)
    {
        var (status, answer) = await SendAsync(operation, input);
        Assert.True(status == 200, answer.ToString());
        return answer;
    }

    /// <summary>The error of an operation, as <c>namespace#code: message</c>.</summary>
    public async Task<string> FailAsync(string operation, JsonObject input)
    {
        var (status, answer) = await SendAsync(operation, input);
        Assert.InRange(status, 400, 499);
        return $"{answer.GetProperty("__type").GetString()}: {answer.GetProperty("message").GetString()}";
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, JsonElement Answer)> SendAsync(string operation, JsonObject input)
    {
        using var content = new StringContent(input.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.0"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", $"DynamoDBStreams_20120810.{operation}");
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()));
    }
}
