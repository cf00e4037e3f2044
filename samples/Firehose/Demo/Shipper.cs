using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;

namespace Firehose.Demo;

/// <summary>Puts lines into a delivery stream, 500 at a time, and again those that it did not take.</summary>
internal sealed class Shipper(string deliveryStream) : IDisposable
{
    private const int LinesAtATime = 500;

    private readonly AmazonKinesisFirehoseClient _firehose = new();

    public async Task PutAsync(IEnumerable<string> lines)
    {
        foreach (var chunk in lines.Chunk(LinesAtATime))
        {
            var open = chunk.ToList();
            while (open.Count > 0)
            {
                open = await PutOnceAsync(open);
            }
        }
    }

    public void Dispose() => _firehose.Dispose();

    private async Task<List<string>> PutOnceAsync(List<string> lines)
    {
        var records = lines.Select(line => new Record { Data = new MemoryStream(Encoding.UTF8.GetBytes(line)) }).ToList();
        var response = await _firehose.PutRecordBatchAsync(deliveryStream, records);
        if (response.FailedPutCount is null or 0)
        {
            return [];
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200));
        return [.. lines.Where((_, index) => response.RequestResponses[index].ErrorCode is not null)];
    }
}
