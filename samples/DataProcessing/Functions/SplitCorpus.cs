using System.Runtime.CompilerServices;
using Patterns;
using Patterns.Aws;
using Patterns.DataProcessing;

namespace DataProcessing.Functions;

/// <summary>Cuts the documents of a job into parts: the documents in their order, and the lines of each in theirs.</summary>
public sealed class SplitCorpus() : SplitHandler<Job, TextPart>(
    Json.Default.Job,
    Json.Default.TextPart,
    new SplitOptions<Job>
    {
        Jobs = Jobs.CreateOptions(),
        Mappers = Destination.From(Environment.GetEnvironmentVariable("MAP_QUEUE")!),
        JobId = job => job.Id,
        PartType = "job.part",
    },
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) })
{
    private readonly Library _library = Library.FromEnvironment();

    protected override async IAsyncEnumerable<TextPart> SplitAsync(Job job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var document in job.Documents)
        {
            var firstLine = 1;
            foreach (var lines in LinePacker.Pack(await _library.ReadLinesAsync(document, cancellationToken), job.LinesPerPart))
            {
                yield return new TextPart(document.Name, firstLine, lines);
                firstLine += lines.Count;
            }
        }
    }
}
