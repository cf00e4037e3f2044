using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Windows.Internal;

/// <summary>
/// Keeps states in a table that are too large for the mapping. A state is written under its last sequence number, and those before it
/// stay until they expire: an invocation that is repeated gets the reference to the one before.
/// </summary>
internal sealed class SpilledStates(ITable table, TimeSpan retention, TimeProvider time, string name)
{
    private const int ItemBytes = 350_000;
    private const string Content = "state";

    /// <summary>Writes the state; what the mapping is to hand on in its place.</summary>
    public async ValueTask<WindowState> WriteAsync(Window window, WindowState state, byte[] json, CancellationToken cancellationToken)
    {
        var chunks = json.Chunk(ItemBytes).ToArray();
        var expiresAt = time.GetUtcNow() + retention;
        for (var index = 0; index < chunks.Length; index++)
        {
            var item = new TableItem(KeyOf(window, state.Last!, index)) { [Content] = TableValue.From(chunks[index]), ExpiresAt = expiresAt };
            await table.PutAsync(item, cancellationToken).ConfigureAwait(false);
        }

        return new WindowState { Last = state.Last, Spilled = chunks.Length };
    }

    /// <exception cref="InvalidOperationException">The state is not there any more.</exception>
    public async ValueTask<WindowState> ReadAsync(Window window, WindowState reference, CancellationToken cancellationToken)
    {
        TableKey[] keys = [.. Enumerable.Range(0, reference.Spilled).Select(index => KeyOf(window, reference.Last!, index))];
        var items = await table.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        using var json = new MemoryStream();
        foreach (var item in items)
        {
            json.Write((item ?? throw new InvalidOperationException(
                $"The state of the window {window.Start:u} of {window.ShardId} was spilled to {table.Name} and is not there any more."))[Content]!.GetBytes().Span);
        }

        return JsonSerializer.Deserialize(json.ToArray(), WindowStateJson.Default.WindowState)!;
    }

    private TableKey KeyOf(Window window, string last, int index) =>
        new($"{name}/{window.StreamArn}/{window.ShardId}/{window.Start:yyyyMMddTHHmmssZ}", $"{last}/{index:D4}");
}
