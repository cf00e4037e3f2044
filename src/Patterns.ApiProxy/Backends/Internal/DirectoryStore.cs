using Patterns.Http.Internal;
using Patterns.Tables;

namespace Patterns.Backends.Internal;

/// <summary>Reads and writes the items of a directory.</summary>
internal sealed class DirectoryStore(ITable table, ServiceDirectoryOptions options, TimeProvider time)
{
    private const string UntilField = "until";
    private const string WeightField = "weight";

    /// <exception cref="ArgumentException">It is no name of a service.</exception>
    public static void Check(string service)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        if (service.Length > 200 || service.Contains('#'))
        {
            throw new ArgumentException("A service's name has 1 to 200 characters without '#'.", nameof(service));
        }
    }

    public async ValueTask<DateTimeOffset> WriteAsync(string service, Uri address, int weight, CancellationToken cancellationToken)
    {
        // Times are kept in milliseconds.
        var until = DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + options.Lease).ToUnixTimeMilliseconds());
        var item = new TableItem(KeyOf(service, address)) { [UntilField] = until.ToUnixTimeMilliseconds(), [WeightField] = weight, ExpiresAt = until };
        await table.PutAsync(item, cancellationToken).ConfigureAwait(false);
        return until;
    }

    public async ValueTask RemoveAsync(string service, Uri address, CancellationToken cancellationToken) =>
        await table.DeleteAsync(KeyOf(service, address), cancellationToken).ConfigureAwait(false);

    /// <returns>Null when the table does not answer in time.</returns>
    public async ValueTask<KnownService?> ReadAsync(string service, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.TableTimeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var begin = time.GetUtcNow();
        try
        {
            return new KnownService(await LateTask.NotBeyond(QueryAsync(service, limit.Token), limit.Token).ConfigureAwait(false), begin);
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private async Task<IReadOnlyList<ServiceLease>> QueryAsync(string service, CancellationToken cancellationToken)
    {
        var leases = new List<ServiceLease>();
        await foreach (var item in table.QueryAsync(new TableQuery(Partition(service)), cancellationToken).ConfigureAwait(false))
        {
            if (item[UntilField] is { Kind: TableValueKind.Number } until && Uri.TryCreate(item.Key.Sort, UriKind.Absolute, out var address) && ServiceUri.IsPossible(address))
            {
                leases.Add(new ServiceLease(address, DateTimeOffset.FromUnixTimeMilliseconds(until.GetInt64()), (int)(item[WeightField]?.GetInt64() ?? 1)));
            }
        }

        return leases;
    }

    private string Partition(string service) => $"service#{options.Stage}#{service}";

    private TableKey KeyOf(string service, Uri address) => new(Partition(service), address.AbsoluteUri);
}
