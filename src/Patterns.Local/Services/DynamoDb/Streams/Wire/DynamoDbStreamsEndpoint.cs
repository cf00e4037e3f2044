using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.DynamoDb.Streams.Operations;
using Patterns.Local.Services.DynamoDb.Wire;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.DynamoDb.Streams.Wire;

/// <summary>The API of change streams over HTTP: AWS JSON 1.0.</summary>
/// <param name="streams">The streams of all tables, also the disabled ones that can still be read.</param>
/// <param name="time">The clock.</param>
internal sealed class DynamoDbStreamsEndpoint(Func<IReadOnlyList<TableStream>> streams, TimeProvider time) : IAwsService
{
    private const long MaximumRequestSize = 64 * 1024;

    /// <summary>The prefix of the service's host; its requests are signed for <c>dynamodb</c>, and known by their target.</summary>
    public string SigningName => "streams.dynamodb";

    public string TargetPrefix => "DynamoDBStreams_20120810";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString("D");
        http.Response.ContentType = JsonAnswer.ContentType;
        try
        {
            var operation = Find(http.Request.Headers[ServiceSelector.TargetHeader].ToString());
            Answer(http, operation, await ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false));
        }
        catch (AwsException error)
        {
            JsonAnswer.WriteError(http.Response, error);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
    }

    private static Action<StreamsCall> Find(string target)
    {
        var name = target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return name switch
        {
            nameof(ListStreams) => ListStreams.Run,
            nameof(DescribeStream) => DescribeStream.Run,
            nameof(GetShardIterator) => GetShardIterator.Run,
            nameof(GetRecords) => GetRecords.Run,
            _ => throw AwsException.UnknownOperation("streams.dynamodb", name),
        };
    }

    private static async ValueTask<StreamsInput> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize, cancellationToken).ConfigureAwait(false);
        try
        {
            return StreamsInput.Read(body);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private void Answer(HttpContext http, Action<StreamsCall> operation, StreamsInput input)
    {
        using var json = JsonAnswer.Writer(http.Response);
        json.WriteStartObject();
        try
        {
            operation(new StreamsCall(streams(), time, input, json));
        }
        catch
        {
            json.Reset(Stream.Null);
            throw;
        }

        json.WriteEndObject();
    }
}
