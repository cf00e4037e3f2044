namespace Patterns.Backends;

/// <summary>Says where services are.</summary>
/// <remarks>Implementations are safe for use by several callers at a time.</remarks>
public interface IServiceAddresses
{
    /// <summary>Where a service is.</summary>
    /// <exception cref="ServiceNotFoundException">Nobody knows.</exception>
    ValueTask<Uri> FindAsync(string service, CancellationToken cancellationToken);

    /// <summary>Says that a service could not be reached at an address, so that it is looked up anew.</summary>
    void Suspect(string service, Uri address);
}
