namespace Patterns.Local.WebSockets.Messages;

/// <summary>What an authorizer's function returned.</summary>
/// <param name="Payload">The policy as JSON.</param>
/// <param name="IsUnauthorized">Whether it failed with exactly that word, which is an answer.</param>
internal sealed record AuthorizerAnswer(ReadOnlyMemory<byte> Payload, bool IsUnauthorized = false);
