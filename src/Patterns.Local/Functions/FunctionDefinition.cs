namespace Patterns.Local.Functions;

/// <summary>One function as its template describes it.</summary>
/// <param name="Name">The function's name, unique in the stack.</param>
/// <param name="CodeDirectory">The folder that <c>CodeUri</c> names.</param>
/// <param name="Handler"><c>Assembly::Type::Method</c>, or the name of an executable.</param>
internal sealed record FunctionDefinition(string Name, string CodeDirectory, string Handler)
{
    /// <summary>The only project in <see cref="CodeDirectory"/>; null when the folder holds built code.</summary>
    public string? ProjectFile { get; init; }

    public string Runtime { get; init; } = "dotnet10";

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    public int MemoryMegabytes { get; init; } = 128;

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How many invocations may run at once; null shares the account's unreserved concurrency.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Where asynchronous events go that could not be handled: a queue or a topic.</summary>
    public string? DeadLetterTargetArn { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Where the template names the handler, as <c>file:line</c>; messages about the handler begin with it.</summary>
    public string HandlerLocation { get; init; } = "template.yaml";

    /// <summary>True when a process of the developer serves this function, instead of one that the runner starts.</summary>
    public bool Attached { get; init; }
}
