using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Patterns.DataProcessing;

namespace Patterns.FanOut.Tests.DataProcessing;

public sealed record Corpus(string Id, IReadOnlyList<string> Texts);

public sealed record Page(string Text);

public sealed record Words(int Count, string? Padding = null);

public sealed record Total(int Count, IReadOnlyList<int> Pages);

[JsonSerializable(typeof(Corpus))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(JobResult<Total>))]
internal sealed partial class WordJson : JsonSerializerContext;

internal sealed class SplitCorpus(SplitOptions<Corpus> split) : SplitHandler<Corpus, Page>(WordJson.Default.Corpus, WordJson.Default.Page, split)
{
    protected override async IAsyncEnumerable<Page> SplitAsync(Corpus job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var text in job.Texts)
        {
            await Task.CompletedTask;
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Page(text);
        }
    }
}

internal sealed class CountWords(JobOptions jobs, Action<JobPart> called) : MapHandler<Page, Words>(WordJson.Default.Page, WordJson.Default.Words, jobs)
{
    protected override ValueTask<Words> MapAsync(Page part, JobPart key, CancellationToken cancellationToken)
    {
        called(key);
        return part.Text switch
        {
            "poison" => throw new NonRetryableException("The page is blank."),
            "broken" => throw new InvalidOperationException("The page does not open."),
            "huge" => new(new Words(1, new string('x', 450_000))),
            _ => new(new Words(part.Text.Split(' ').Length)),
        };
    }
}

internal sealed class BuryPages(JobOptions jobs, IDestination? archive) : DeadPartHandler(jobs, archive);

internal sealed class SumWords(ReduceOptions reduce, Func<int> salt) : ReduceHandler<Words, Total>(WordJson.Default.Words, WordJson.Default.JobResultTotal, reduce)
{
    /// <summary>With salt, what is made is never the same again.</summary>
    protected override ValueTask<Total> ReduceAsync(JobParts<Words> job, CancellationToken cancellationToken) =>
        new(new Total(job.Loaded.Sum(part => part.Result.Count) + salt(), [.. job.Loaded.Select(part => part.Number)]));
}
