using System.Diagnostics;
using System.Text.Json;
using Amazon.SQS;

namespace LongRunning.Demo;

/// <summary>Follows imports to their end.</summary>
internal sealed class Watch(Api api, StackOutputs stack) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private readonly AmazonSQSClient _sqs = new();
    private readonly Dictionary<string, long> _pages = [];

    /// <summary>The ends that were told, with all their copies.</summary>
    public List<ImportResult> Results { get; } = [];

    /// <summary>Files whose progress went back.</summary>
    public HashSet<string> WentBack { get; } = [];

    /// <summary>Looks until all have ended and their ends were told, or patience ends. Cancels one on the way.</summary>
    public async Task<IReadOnlyDictionary<string, ImportStatus>> FollowAsync(IReadOnlyList<string> files, string cancelled, int cancelAfterPages, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        var inbox = new Inbox(_sqs, stack.ResultsUrl);
        while (true)
        {
            var statuses = (await Task.WhenAll(files.Select(api.FindAsync))).ToDictionary(status => status.File);
            Note(statuses.Values);
            if (statuses[cancelled] is { HasEnded: false } status && status.PagesDone >= cancelAfterPages)
            {
                await api.CancelAsync(cancelled);
            }

            Results.AddRange((await inbox.EmptyAsync(waitSeconds: 0)).Select(message => JsonSerializer.Deserialize<ImportResult>(message.Body, JsonSerializerOptions.Web)!));
            Console.WriteLine($"  {clock.Elapsed.TotalSeconds,5:F1} s  {string.Join("  ", files.Select(file => Line(statuses[file])))}");
            if (clock.Elapsed >= patience || (statuses.Values.All(one => one.HasEnded) && files.All(file => Results.Exists(result => result.Job == file))))
            {
                return statuses;
            }

            await Task.Delay(LookEvery);
        }
    }

    public void Dispose() => _sqs.Dispose();

    private void Note(IEnumerable<ImportStatus> statuses)
    {
        foreach (var status in statuses)
        {
            if (_pages.GetValueOrDefault(status.File) > status.PagesDone)
            {
                WentBack.Add(status.File);
            }

            _pages[status.File] = status.PagesDone;
        }
    }

    private static string Line(ImportStatus status) => $"{status.PagesDone,2}/{status.Pages?.ToString() ?? "?",-2} {status.Phase,-9}";
}
