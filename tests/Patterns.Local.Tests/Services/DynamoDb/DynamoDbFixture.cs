using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Tests.Services.DynamoDb;

/// <summary>The service behind its protocol, with a clock that stands still and no network.</summary>
internal sealed class DynamoDbFixture : IDisposable
{
    private readonly DynamoDbEndpoint _endpoint;

    public DynamoDbFixture()
    {
        Service = new DynamoDbService(new AwsEnvironment("eu-west-1", "000000000000", Clock));
        _endpoint = new DynamoDbEndpoint(Service);
    }

    public TestClock Clock { get; } = new();

    public DynamoDbService Service { get; }

    public void Dispose() => Service.Dispose();

    /// <summary>Sends a request that must succeed.</summary>
    public JsonObject Call(string operation, string body)
    {
        var (status, answer) = Send(operation, body);
        return status == StatusCodes.Status200OK ? JsonNode.Parse(answer)!.AsObject() : throw new InvalidOperationException(answer);
    }

    public JsonObject Call(string operation, JsonObject body) => Call(operation, body.ToJsonString());

    /// <summary>Sends a request that must be refused.</summary>
    /// <returns>The error's code and message.</returns>
    public string Refusal(string operation, string body)
    {
        var (status, answer) = Send(operation, body);
        Assert.Equal(StatusCodes.Status400BadRequest, status);
        var error = JsonNode.Parse(answer)!;
        return $"{error["__type"]!.GetValue<string>().Split('#')[1]}: {error["message"]}";
    }

    public (int Status, string Body) Send(string operation, string body)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Amz-Target"] = $"DynamoDB_20120810.{operation}";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        _endpoint.HandleAsync(http).GetAwaiter().GetResult();
        http.Response.BodyWriter.FlushAsync().AsTask().GetAwaiter().GetResult();
        return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>A table with the keys <c>pk</c> (text) and <c>sk</c> (number), and the index <c>gsi</c> on <c>gk</c> (text).</summary>
    public void CreateTable(string name = "things") => Call("CreateTable", $$"""
        {
          "TableName": "{{name}}", "BillingMode": "PAY_PER_REQUEST",
          "AttributeDefinitions": [
            {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}, {"AttributeName": "gk", "AttributeType": "S"}],
          "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
          "GlobalSecondaryIndexes": [{
            "IndexName": "gsi", "KeySchema": [{"AttributeName": "gk", "KeyType": "HASH"}], "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["held"]} }],
          "LocalSecondaryIndexes": [{
            "IndexName": "lsi", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "gk", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "KEYS_ONLY"} }]
        }
        """);
}
