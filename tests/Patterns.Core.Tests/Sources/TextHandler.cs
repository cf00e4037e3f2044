using System.Text;

namespace Patterns.Core.Tests.Sources;

/// <summary>Takes every message as text.</summary>
internal sealed class TextHandler() : RecordHandler<string>((utf8, _) => Encoding.UTF8.GetString(utf8), new RecordHandlerOptions())
{
    public List<string> Seen { get; } = [];

    protected override ValueTask HandleAsync(string message, RecordContext context)
    {
        Seen.Add(message);
        return ValueTask.CompletedTask;
    }
}
