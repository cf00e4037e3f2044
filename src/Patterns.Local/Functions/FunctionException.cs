using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Functions;

/// <summary>A function cannot be built or started; the message is meant for the developer and complete without a stack trace.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is never raised without a message.")]
internal sealed class FunctionException(string message) : Exception(message);
