using Patterns.Local.Services.Lambda;

namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>The function that transforms records, and how it gets them.</summary>
internal sealed record TransformSettings(string FunctionArn)
{
    /// <summary>What is collected for one invocation, at most. Default: 1 MB.</summary>
    public double BufferMegabytes { get; init; } = 1;

    /// <summary>How long is collected, at most. Default: 60 seconds.</summary>
    public TimeSpan BufferInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a failed invocation is repeated. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    public string FunctionName { get; } = FunctionReference.Parse(FunctionArn).Name;
}
