namespace Patterns.Backends;

/// <summary>Nobody knows where a service is.</summary>
public sealed class ServiceNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ServiceNotFoundException(string service)
        : base($"Nobody knows where the service '{service}' is.") => Service = service;

    internal ServiceNotFoundException(string service, Uri refused)
        : base($"Nobody knows where the service '{service}' is: '{refused}' is registered and not allowed.") => Service = service;

    /// <summary>The service.</summary>
    public string Service { get; }
}
