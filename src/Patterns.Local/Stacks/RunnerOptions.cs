using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks;

/// <summary>What a runner is started with.</summary>
internal sealed record RunnerOptions
{
    public const int DefaultPort = 4566;

    /// <summary>The stack to run; null serves the endpoint alone.</summary>
    public StackModel? Stack { get; init; }

    /// <summary>0 takes any free port. Default 4566.</summary>
    public int Port { get; init; } = DefaultPort;

    public string Region { get; init; } = AwsEnvironment.DefaultRegion;

    public string AccountId { get; init; } = AwsEnvironment.DefaultAccountId;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The logical ids of the functions that the developer starts; the others are built and started here.</summary>
    public IReadOnlyCollection<string> Attached { get; init; } = [];

    /// <summary>Faults to inject, for example <c>kill=20</c>; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether a shard of a stream takes 1 MB and 1,000 records a second at most, as on AWS. Default false.</summary>
    public bool LimitsShards { get; init; }

    /// <summary>Told what functions do.</summary>
    public required IFunctionConsole Console { get; init; }

    /// <summary>Told which project is being built.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Where builds and logs go; null is <c>.patterns</c> beside the template.</summary>
    public string? WorkDirectory { get; init; }

    /// <summary>The folder of the logs, which no other run may use; null is <c>logs</c> where builds go.</summary>
    public string? LogDirectory { get; init; }
}
