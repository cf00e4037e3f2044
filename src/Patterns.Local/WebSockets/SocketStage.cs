namespace Patterns.Local.WebSockets;

/// <summary>A stage: the first and only segment of the path that clients connect to.</summary>
internal sealed record SocketStage(string Name, IReadOnlyDictionary<string, string> Variables);
