using System.Collections.Concurrent;
using Patterns.Backends.Internal;
using Patterns.Tables;

namespace Patterns.Backends;

/// <summary>Says where services are that move: each address holds for a lease, and is registered again while it is good. Make one object and keep it.</summary>
/// <remarks>
/// <para>
/// Guarantee: no address is given out whose lease is over, by clocks that differ by <see cref="ServiceDirectoryOptions.ClockSkew"/> at most, whatever the table does. A new
/// address is noticed <see cref="ServiceDirectoryOptions.MaxAge"/> later at most, or at the next call after a failure, while the table answers.
/// </para>
/// <para>
/// Costs: a read each <see cref="ServiceDirectoryOptions.MaxAge"/>, service and instance, and one for each call that failed; a write for each registration. The table needs
/// a partition key and a sort key of type string, and time to live on <c>expiresAt</c>.
/// </para>
/// </remarks>
public sealed class ServiceDirectory : IServiceAddresses
{
    private readonly ServiceDirectoryOptions _options;
    private readonly TimeProvider _time;
    private readonly DirectoryStore _store;
    private readonly ConcurrentDictionary<string, KnownService> _known = new();

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
    /// <param name="address">Where it is, <c>http</c> or <c>https</c>.</param>
    /// <param name="cancellationToken">Ends the waiting; it may have been registered.</param>
    /// <param name="weight">How many of the calls go there, in relation to its other addresses; 1 or more.</param>
    /// <returns>When the lease ends.</returns>
    /// <exception cref="TableException">It could not be registered.</exception>
    public async ValueTask<DateTimeOffset> RegisterAsync(string service, Uri address, CancellationToken cancellationToken, int weight = 1)
    {
        DirectoryStore.Check(service);
        ServiceUri.Check(service, address);
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
        if (known is null || known.IsOld(_time.GetUtcNow(), _options.MaxAge) || Pick(known) is null)
        {
            known = await RefreshAsync(service, cancellationToken).ConfigureAwait(false);
        }

        // What is over is asked of the clock now, and not of the one before the table was.
        return Pick(known) ?? throw new ServiceNotFoundException(service);
    }

    /// <inheritdoc/>
    public void Suspect(string service, Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (_known.TryGetValue(service, out var known))
        {
            _known.TryUpdate(service, known.Without(address), known);
        }
    }

    /// <summary>What the table has now; what was known when it does not answer.</summary>
    private async ValueTask<KnownService?> RefreshAsync(string service, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(service, cancellationToken).ConfigureAwait(false) is not { } read)
        {
            var known = _known.GetValueOrDefault(service);
            return known is not null && _known.TryUpdate(service, known.Tried(_time.GetUtcNow()), known) ? known : _known.GetValueOrDefault(service);
        }

        return _known.AddOrUpdate(service, read, (_, known) => known.IsNewerThan(read) ? known : read.Suspecting(known));
    }

    private Uri? Pick(KnownService? known) => known?.Pick(_time.GetUtcNow() + _options.ClockSkew);
}
