namespace Patterns.Local.Functions;

/// <summary>How functions are run on this machine.</summary>
internal sealed record FunctionRunnerOptions
{
    /// <summary>Where each function's log file goes.</summary>
    public required string LogDirectory { get; init; }

    /// <summary>The program that hosts class-library handlers; it lies beside the runner.</summary>
    public string HostPath { get; init; } = Path.Combine(AppContext.BaseDirectory, "Patterns.Local.Host.dll");

    /// <summary>How many invocations the account runs at once, as on AWS. Default 1,000.</summary>
    public int AccountConcurrency { get; init; } = 1000;

    /// <summary>How many processes one function gets on this machine; further invocations wait for a free one. Default 10.</summary>
    public int ProcessesPerFunction { get; init; } = 10;

    /// <summary>How long a process without work is kept. Default 10 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the initialisation may take before it is tried again inside the invocation. Default 10 s, as on AWS.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
