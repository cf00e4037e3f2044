namespace Amazon.Lambda.Core;

/// <summary>What a mobile SDK sends along with a synchronous invocation.</summary>
public interface IClientContext
{
    /// <summary>Facts about the device and its platform.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The calling application.</summary>
    IClientApplication Client { get; }

    /// <summary>Values that the application added.</summary>
    IDictionary<string, string> Custom { get; }
}
