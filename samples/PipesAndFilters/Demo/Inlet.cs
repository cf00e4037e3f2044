using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace PipesAndFilters.Demo;

/// <summary>Puts files into a pipe, each with its name as the message's id.</summary>
internal sealed class Inlet(IAmazonSQS sqs, string queueUrl)
{
    private const int MostInRequest = 10;

    /// <exception cref="InvalidOperationException">The queue did not take a file.</exception>
    public async Task SendAsync(IEnumerable<ImportFile> files)
    {
        foreach (var some in files.Chunk(MostInRequest))
        {
            var response = await sqs.SendMessageBatchAsync(queueUrl, [.. some.Select(EntryOf)]);
            if (response.Failed is { Count: > 0 } failed)
            {
                throw new InvalidOperationException($"{queueUrl} did not take {failed.Count} files: {failed[0].Message}");
            }
        }
    }

    private static SendMessageBatchRequestEntry EntryOf(ImportFile file) => new(file.Name, JsonSerializer.Serialize(file, JsonSerializerOptions.Web))
    {
        MessageAttributes = new Dictionary<string, MessageAttributeValue> { ["ce-id"] = new() { DataType = "String", StringValue = file.Name } },
    };
}
