namespace Patterns.Backends;

/// <summary>Addresses that are settings of the function, as those of APIs are that only a deployment moves.</summary>
public sealed class FixedAddresses : IServiceAddresses
{
    private readonly Dictionary<string, Uri> _addresses;

    /// <summary>Makes it.</summary>
    /// <exception cref="ArgumentException">An address is not one of http or https.</exception>
    public FixedAddresses(IEnumerable<KeyValuePair<string, Uri>> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        _addresses = addresses.ToDictionary();
        foreach (var (service, address) in _addresses)
        {
            Internal.ServiceUri.Check(service, address);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Uri> FindAsync(string service, CancellationToken cancellationToken) =>
        _addresses.TryGetValue(service, out var address) ? ValueTask.FromResult(address) : throw new ServiceNotFoundException(service);

    /// <summary>Does nothing: there is no other.</summary>
    public void Suspect(string service, Uri address)
    {
    }
}
