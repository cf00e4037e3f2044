using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda;

/// <summary>A function as the API shows it.</summary>
internal sealed record RegisteredFunction(FunctionDefinition Definition, string Arn, DateTimeOffset LastModified)
{
    public string RevisionId { get; } = Guid.NewGuid().ToString();

    public string Name => Definition.Name;
}
