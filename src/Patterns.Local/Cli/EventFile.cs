using System.Text.Json;

namespace Patterns.Local.Cli;

/// <summary>Reads the event of <c>patterns invoke</c>.</summary>
internal static class EventFile
{
    private const string StandardInput = "-";

    /// <exception cref="UsageException">There is no such file, or it is not JSON.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ReadBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(content);
            return content;
        }
        catch (JsonException error)
        {
            var name = path == StandardInput ? "standard input" : path;
            throw new UsageException($"{name}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: the event is not JSON; write it as JSON, for example {{}}");
        }
    }

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        if (path == StandardInput)
        {
            using var input = Console.OpenStandardInput();
            using var content = new MemoryStream();
            await input.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"{path}: there is no such file; --event takes a file with the event as JSON, or - for the standard input");
        }

        return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
    }
}
