using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace StreamWindows.Demo;

/// <summary>Tells the stream of views.</summary>
internal sealed class ViewStream(IAmazonKinesis kinesis, string name)
{
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_margin = TimeSpan.FromMilliseconds(400);

    public async Task PutAsync(IEnumerable<(string Page, string Body)> views)
    {
        await StayOffTheEndOfAWindowAsync();
        List<(string Page, string Body)> open = [.. views];
        while (open.Count > 0)
        {
            var records = open.Select(view => new PutRecordsRequestEntry { PartitionKey = view.Page, Data = new MemoryStream(Encoding.UTF8.GetBytes(view.Body)) });
            var response = await kinesis.PutRecordsAsync(new PutRecordsRequest { StreamName = name, Records = [.. records] });
            open = [.. open.Where((_, index) => response.Records[index].ErrorCode is not null)];
        }
    }

    // A window knows the views that are told twice in it, not those of the window before.
    private static async Task StayOffTheEndOfAWindowAsync()
    {
        var left = s_window - TimeSpan.FromTicks(DateTime.UtcNow.Ticks % s_window.Ticks);
        if (left < s_margin)
        {
            await Task.Delay(left + TimeSpan.FromMilliseconds(50));
        }
    }
}
