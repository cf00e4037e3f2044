using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Singleton;
using Patterns.Tables;

namespace Snippets;

public sealed record RebuildRequested(string Index);

[JsonSerializable(typeof(RebuildRequested))]
public sealed partial class IndexJson : JsonSerializerContext;

internal static class Entries
{
    public static async IAsyncEnumerable<TableItem> OfAsync(string index, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new TableItem(new(index, "entry"));
    }
}

// snippet: singleton
public sealed class RebuildIndex() : SingletonHandler<RebuildRequested>(IndexJson.Default.RebuildRequested, new SingletonOptions<RebuildRequested>
{
    Leases = new LeaseStore(Table.From(Environment.GetEnvironmentVariable("TABLE")!)),
    LeaseName = request => request.Index,
    WhenHeld = WhenHeld.Skip,
})
{
    private readonly ITable _index = Table.From(Environment.GetEnvironmentVariable("INDEX_TABLE")!);

    protected override async ValueTask HandleAsOwnerAsync(RebuildRequested request, Lease lease, RecordContext context)
    {
        var index = new FencedTable(_index, lease);
        await foreach (var entry in Entries.OfAsync(request.Index, context.CancellationToken))
        {
            await index.PutAsync(entry, context.CancellationToken);
        }
    }
}
// end

internal static class CloseMonth
{
    public static async Task RunAsync(LeaseStore leases, ITable table, TableWrite closing, CancellationToken cancellationToken)
    {
        // snippet: singleton-lease
        await using var lease = await leases.AcquireAsync("month-end", TimeSpan.FromSeconds(20), cancellationToken);

        // All or nothing, and nothing once somebody else has the lease.
        await table.TransactAsync([closing, lease.Check()], null, cancellationToken);
        // end
    }
}
