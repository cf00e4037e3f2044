using System.Collections.ObjectModel;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates;

/// <summary>A function, from <c>AWS::Serverless::Function</c> or <c>AWS::Lambda::Function</c>.</summary>
internal sealed record FunctionResource(string LogicalId, MappingNode Properties, SourceLocation Location)
    : StackResource(LogicalId, TypeName, Properties, Location)
{
    public const string TypeName = "AWS::Lambda::Function";

    /// <summary>The full path of the code: a project's folder, a folder of assemblies or a zip file.</summary>
    public required string CodePath { get; init; }

    public required SourceLocation CodeLocation { get; init; }

    public required string Handler { get; init; }

    public required SourceLocation HandlerLocation { get; init; }

    public required string Runtime { get; init; }

    /// <summary>Null when provisioning must choose a name.</summary>
    public TemplateNode? FunctionName { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    public int MemoryMegabytes { get; init; } = 128;

    /// <summary>Null when only the account's limit counts.</summary>
    public int? ReservedConcurrentExecutions { get; init; }

    public IReadOnlyDictionary<string, TemplateNode> Environment { get; init; } = ReadOnlyDictionary<string, TemplateNode>.Empty;

    /// <summary>The ARN of the queue or topic that gets the events of failed asynchronous invocations.</summary>
    public TemplateNode? DeadLetterTarget { get; init; }

    public IReadOnlyList<string> Architectures { get; init; } = ["x86_64"];

    /// <summary>The SAM events as they stand in the template; the emulated ones are resources of the stack as well.</summary>
    public IReadOnlyList<FunctionEvent> Events { get; init; } = [];
}
