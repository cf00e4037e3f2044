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
    public async ValueTask<KnownService?> ReadAsync(string service)
    {
        using var limit = new CancellationTokenSource(options.TableTimeout, time);
        var begin = time.GetUtcNow();
        try
        {
            var (leases, refused) = await LateTask.NotBeyond(QueryAsync(service, limit.Token), limit.Token).ConfigureAwait(false);
            return new KnownService(leases, begin) { Refused = refused };
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <exception cref="ArgumentException">It is no address that is given out.</exception>
    public void Check(string service, Uri address)
    {
        ServiceUri.Check(service, address);
        if (!ServiceUri.IsClosed(address))
        {
            throw new ArgumentException($"The address of '{service}' must be one of https, or of http on this machine: whoever calls it may say there who asks.", nameof(address));
        }

        if (!options.IsAllowed(address))
        {
            throw new ArgumentException($"The address of '{service}' must be of a host in {nameof(options.AllowedHosts)}.", nameof(address));
        }
    }

    private async Task<(IReadOnlyList<ServiceLease> Leases, Uri? Refused)> QueryAsync(string service, CancellationToken cancellationToken)
    {
        var leases = new List<ServiceLease>();
        Uri? refused = null;
        await foreach (var item in table.QueryAsync(new TableQuery(Partition(service)), cancellationToken).ConfigureAwait(false))
        {
            if (item[UntilField] is not { Kind: TableValueKind.Number } until || !Uri.TryCreate(item.Key.Sort, UriKind.Absolute, out var address) || !ServiceUri.IsPossible(address))
            {
                continue;
            }

            if (!ServiceUri.IsClosed(address) || !options.IsAllowed(address))
            {
                refused = address;
            }
            else
            {
                leases.Add(new ServiceLease(address, DateTimeOffset.FromUnixTimeMilliseconds(until.GetInt64()), (int)(item[WeightField]?.GetInt64() ?? 1)));
            }
        }

        return (leases, refused);
    }

    private string Partition(string service) => $"service#{options.Stage}#{service}";

    private TableKey KeyOf(string service, Uri address) => new(Partition(service), address.AbsoluteUri);
}
