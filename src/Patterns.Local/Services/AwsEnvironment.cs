namespace Patterns.Local.Services;

/// <summary>What every emulated service needs to know of the world: names, address and clock.</summary>
internal sealed record AwsEnvironment(string Region, string AccountId, TimeProvider Time)
{
    public const string DefaultRegion = "us-east-1";
    public const string DefaultAccountId = "000000000000";

    /// <summary>Where the endpoint listens, without a trailing slash; known once the port is bound.</summary>
    public string Endpoint { get; set; } = "http://127.0.0.1:4566";

    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{AccountId}:{resource}";
}
