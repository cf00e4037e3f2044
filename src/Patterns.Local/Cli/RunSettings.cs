using System.Collections.ObjectModel;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary>What <c>patterns run</c> was asked for.</summary>
internal sealed record RunSettings(string Template)
{
    public bool RunsDemo { get; init; }

    public int Port { get; init; } = RunnerOptions.DefaultPort;

    public string? ReadyFile { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public bool IsStrict { get; init; }

    /// <summary>Functions by logical id.</summary>
    public IReadOnlyCollection<string> Attached { get; init; } = [];

    public string? Fault { get; init; }

    public bool LimitsShards { get; init; }

    public bool IsQuiet { get; init; }

    public bool IsVerbose { get; init; }
}
