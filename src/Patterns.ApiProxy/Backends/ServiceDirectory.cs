using System.Collections.Concurrent;
using Patterns.Backends.Internal;
using Patterns.Http.Internal;
using Patterns.Tables;

namespace Patterns.Backends;

/// <summary>Says where services are that move: each address holds for a lease, and is registered again while it is good. Make one object and keep it.</summary>
/// <remarks>
/// <para>
/// Guarantee: no address is given out whose lease is over, by clocks that differ by <see cref="ServiceDirectoryOptions.ClockSkew"/> at most, whatever the table does. A new
/// address is noticed <see cref="ServiceDirectoryOptions.MaxAge"/> later at most, or at the next call after a failure, while the table answers. Addresses of
/// <c>http</c> that are not on this machine, and of hosts that are not in <see cref="ServiceDirectoryOptions.AllowedHosts"/>, are not given out, whoever wrote them.
/// </para>
/// <para>
/// Costs: a read each <see cref="ServiceDirectoryOptions.MaxAge"/>, service and instance, one for each call that failed, and one each second while a service is asked for
/// that is nowhere; calls at the same time share one. A write for each registration. The table needs a partition key and a sort key of type string, and time to live on <c>expiresAt</c>.
/// </para>
/// </remarks>
public sealed class ServiceDirectory : IServiceAddresses
{
    private readonly ServiceDirectoryOptions _options;
    private readonly TimeProvider _time;
    private readonly DirectoryStore _store;
    private readonly ConcurrentDictionary<string, KnownService> _known = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<KnownService>> _reads = new();

    /// <summary>Makes it. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="table">Where the addresses are.</param>
    /// <param name="options">How long they hold.</param>
    /// <param name="time">Null for the system's clock.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public ServiceDirectory(ITable table, ServiceDirectoryOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
        _time = time ?? TimeProvider.System;
        _store = new DirectoryStore(table, _options, _time);
    }

    /// <summary>Registers an address for a lease from now on, or again.</summary>
    /// <param name="service">The service, without <c>#</c>. The version of its contract is part of its name: <c>catalogue.v2</c>.</param>
    /// <param name="address">Where it is: <c>https</c>, or <c>http</c> on this machine.</param>
    /// <param name="cancellationToken">Ends the waiting; it may have been registered.</param>
    /// <param name="weight">How many of the calls go there, in relation to its other addresses; 1 or more.</param>
    /// <returns>When the lease ends.</returns>
    /// <exception cref="ArgumentException">The address is another, or of a host that is not allowed.</exception>
    /// <exception cref="TableException">It could not be registered.</exception>
    public async ValueTask<DateTimeOffset> RegisterAsync(string service, Uri address, CancellationToken cancellationToken, int weight = 1)
    {
        DirectoryStore.Check(service);
        _store.Check(service, address);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        return await _store.WriteAsync(service, address, weight, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes an address away. Others may go by it for <see cref="ServiceDirectoryOptions.MaxAge"/> more, or to the end of its lease while the table does not answer.</summary>
    /// <exception cref="TableException">It could not be taken away.</exception>
    public ValueTask RemoveAsync(string service, Uri address, CancellationToken cancellationToken)
    {
        DirectoryStore.Check(service);
        ArgumentNullException.ThrowIfNull(address);
        return _store.RemoveAsync(service, address, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Uri> FindAsync(string service, CancellationToken cancellationToken)
    {
        DirectoryStore.Check(service);
        var known = _known.GetValueOrDefault(service);
        if (known is null || known.IsOld(_time.GetUtcNow(), _options.MaxAge, Pick(known) is not null))
        {
            known = await RefreshAsync(service, cancellationToken).ConfigureAwait(false);
        }

        // What is over is asked of the clock now, and not of the one before the table was.
        return Pick(known) ?? throw (known.Refused is { } refused ? new ServiceNotFoundException(service, refused) : new ServiceNotFoundException(service));
    }

    /// <inheritdoc/>
    public void Suspect(string service, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        while (_known.TryGetValue(service, out var known) && !_known.TryUpdate(service, known.Without(address), known))
        {
            // Somebody else changed it meanwhile.
        }
    }

    /// <summary>What the table has now; what was known when it does not answer. Those who come while it is read wait for the same read.</summary>
    private async ValueTask<KnownService> RefreshAsync(string service, CancellationToken cancellationToken)
    {
        while (true)
        {
            var own = new TaskCompletionSource<KnownService>();
            var read = _reads.GetOrAdd(service, own);
            if (read == own)
            {
                _ = ReadAsync(service, own);
            }

            var known = await LateTask.NotBeyond(read.Task, cancellationToken).ConfigureAwait(false);
            if (read == own || !known.IsToBeRead)
            {
                return known;
            }

            // It began before something was suspected, and may not have what came after.
        }
    }

    private async Task ReadAsync(string service, TaskCompletionSource<KnownService> read)
    {
        try
        {
            var known = await ReadAsync(service).ConfigureAwait(false);
            _reads.TryRemove(service, out _);
            read.SetResult(known);
        }
        catch (Exception exception)
        {
            _reads.TryRemove(service, out _);
            read.TrySetException(exception);
        }
    }

    private async ValueTask<KnownService> ReadAsync(string service)
    {
        var suspicions = _known.GetValueOrDefault(service)?.Suspicions ?? 0;
        var read = await _store.ReadAsync(service).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        return _known.AddOrUpdate(
            service,
            _ => read ?? new KnownService([], now),
            (_, known) => read is null ? known.Tried(now, suspicions) : read.After(known, suspicions));
    }

    private Uri? Pick(KnownService known) => known.Pick(_time.GetUtcNow() + _options.ClockSkew);
}
