namespace Singleton.Demo;

/// <summary>A database on this machine that takes few connections.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>How many connections functions can have at a time.</summary>
    public const int Room = 7;

    /// <summary>For functions: whoever waits for a server in vain keeps a lease meanwhile.</summary>
    public const string TimeOuts = ";Timeout=3;Command Timeout=3;Cancellation Timeout=500";

    /// <summary>What it is, for people.</summary>
    string Name { get; }

    /// <summary>How functions connect.</summary>
    string ConnectionString { get; }
}
