namespace Patterns.Local.Services.Kinesis.Storage;

internal enum StreamMode
{
    /// <summary>The owner sets the number of shards.</summary>
    Provisioned,

    /// <summary>The service would set the number of shards; here there are four.</summary>
    OnDemand,
}
