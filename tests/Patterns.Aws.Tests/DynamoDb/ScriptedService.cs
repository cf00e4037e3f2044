using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Patterns.Aws.Tests.DynamoDb;

/// <summary>A DynamoDB that answers what a test says, and shows what it was asked.</summary>
internal sealed class ScriptedService : HttpClientFactory
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<HttpResponseMessage>> _replies = new();
    private readonly List<ScriptedRequest> _requests = [];

    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public AmazonDynamoDBClient CreateClient() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0, HttpClientFactory = this });

    public ScriptedService Reply(string json)
    {
        _replies.Enqueue(() => Response(HttpStatusCode.OK, json));
        return this;
    }

    public ScriptedService Fail(string code, string message = "no", HttpStatusCode status = HttpStatusCode.BadRequest, string more = "")
    {
        _replies.Enqueue(() => Response(status, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"{{message}}"{{more}}}"""));
        return this;
    }

    /// <summary>Cancels a transaction with a reason for each write.</summary>
    public ScriptedService Cancel(params string[] codes) => Fail(
        "TransactionCanceledException",
        $"Transaction cancelled [{string.Join(", ", codes)}]",
        more: ",\"CancellationReasons\":[" + string.Join(",", codes.Select(code => $$"""{"Code":"{{code}}","Message":"why"}""")) + "]");

    /// <summary>Takes the request, and breaks the connection before the reply.</summary>
    public ScriptedService LoseReply()
    {
        _replies.Enqueue(() => throw new HttpRequestException("The connection broke."));
        return this;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this), disposeHandler: true);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private static HttpResponseMessage Response(HttpStatusCode status, string json) => new(status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0"),
    };

    private HttpResponseMessage Answer(string operation, string body)
    {
        lock (_lock)
        {
            using var document = JsonDocument.Parse(body);
            _requests.Add(new ScriptedRequest(operation, document.RootElement.Clone()));
            return (_replies.TryDequeue(out var reply) ? reply : throw new InvalidOperationException("There is no further reply."))();
        }
    }

    private sealed class Handler(ScriptedService service) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return service.Answer(request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1], body);
        }
    }
}
