namespace Patterns.Backends;

/// <summary>Nobody knows where a service is.</summary>
public sealed class ServiceNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ServiceNotFoundException(string service)
        : base($"Nobody knows where the service '{service}' is.") => Service = service;

    /// <summary>The service.</summary>
    public string Service { get; }
}
