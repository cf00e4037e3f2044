using System.Text.RegularExpressions;
using Patterns;
using Patterns.Aws;
using Patterns.DataProcessing;

namespace DataProcessing.Functions;

/// <summary>Counts the words of one part.</summary>
public sealed partial class CountWords() : MapHandler<TextPart, WordCounts>(
    Json.Default.TextPart,
    Json.Default.WordCounts,
    Jobs.CreateOptions(),
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("DEAD_LETTERS")!) })
{
    /// <summary>No retry makes such a line public: its part is rejected.</summary>
    private const string Confidential = "%%CONFIDENTIAL%%";

    /// <summary>Stands for a bug that only one text brings to light: its part fails at every try.</summary>
    private const string Trap = "%%TRAP%%";

    protected override ValueTask<WordCounts> MapAsync(TextPart part, JobPart key, CancellationToken cancellationToken)
    {
        for (var index = 0; index < part.Lines.Count; index++)
        {
            Check(part.Lines[index], part.Document, part.FirstLine + index);
        }

        var words = part.Lines.SelectMany(line => Word.Matches(line)).Select(match => match.Value.ToLowerInvariant());
        return new(new WordCounts(words.CountBy(word => word).ToDictionary()));
    }

    private static void Check(string line, string document, int number)
    {
        if (line.Contains(Confidential, StringComparison.Ordinal))
        {
            throw new NonRetryableException($"{document}, line {number}, is confidential.");
        }

        if (line.Contains(Trap, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{document}, line {number}, cannot be counted now.");
        }
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word { get; }
}
