using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.DataProcessing;
using Patterns.FanIn;

namespace Snippets;

public sealed record Corpus(string Id, string Folder);

public sealed record Document(string Path);

public sealed record WordCounts(Dictionary<string, int> Words);

[JsonSerializable(typeof(Corpus))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(WordCounts))]
[JsonSerializable(typeof(JobResult<WordCounts>))]
public sealed partial class WordJson : JsonSerializerContext;

// snippet: data-processing
public static class Jobs
{
    public static FanInStore Store { get; } = new(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new FanInStoreOptions { Name = "word-count" });

    public static JobOptions Options { get; } = new()
    {
        Store = Store,
        Reducer = Destination.From(Environment.GetEnvironmentVariable("REDUCE_QUEUE")!),
    };
}

public sealed class SplitCorpus() : SplitHandler<Corpus, Document>(WordJson.Default.Corpus, WordJson.Default.Document, new SplitOptions<Corpus>
{
    Jobs = Jobs.Options,
    Mappers = Destination.From(Environment.GetEnvironmentVariable("MAP_QUEUE")!),
    JobId = corpus => corpus.Id,
})
{
    protected override async IAsyncEnumerable<Document> SplitAsync(Corpus job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var path in Library.ListAsync(job.Folder, cancellationToken)) // in the same order every time
        {
            yield return new Document(path);
        }
    }
}

public sealed class CountWords() : MapHandler<Document, WordCounts>(WordJson.Default.Document, WordJson.Default.WordCounts, Jobs.Options)
{
    protected override async ValueTask<WordCounts> MapAsync(Document part, JobPart key, CancellationToken cancellationToken)
    {
        var text = await Library.ReadAsync(part.Path, cancellationToken) ?? throw new NonRetryableException($"{part.Path} is no text.");
        return new WordCounts(text.Split(' ').CountBy(word => word).ToDictionary());
    }
}

public sealed class BuryDocuments() : DeadPartHandler(Jobs.Options);

public sealed class SumCounts() : ReduceHandler<WordCounts, WordCounts>(WordJson.Default.WordCounts, WordJson.Default.JobResultWordCounts, new ReduceOptions
{
    Store = Jobs.Store,
    Results = Destination.From(Environment.GetEnvironmentVariable("RESULTS_QUEUE")!),
})
{
    protected override ValueTask<WordCounts> ReduceAsync(JobParts<WordCounts> job, CancellationToken cancellationToken)
    {
        var words = job.Loaded.SelectMany(part => part.Result.Words);
        return new(new WordCounts(words.AggregateBy(word => word.Key, 0, (sum, word) => sum + word.Value).ToDictionary()));
    }
}
// end

internal static class Library
{
    public static async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return path;
        }
    }

    public static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        return text.Contains('\0') ? null : text;
    }
}
