using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Cli;

/// <summary>What the user gave cannot be used; the message says what to do and is all that they need.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is never raised without a message.")]
internal sealed class UsageException(string message) : Exception(message);
