namespace Patterns.Testing;

/// <summary>A message as it came out of the channel behind a destination.</summary>
/// <param name="Body">The body.</param>
/// <param name="Attributes">The message attributes.</param>
public sealed record ReceivedMessage(string Body, IReadOnlyDictionary<string, string> Attributes);
