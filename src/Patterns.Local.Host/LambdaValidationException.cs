using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Host;

/// <summary>The handler cannot be used as it is; the message says why and what there is instead.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is never raised without a message.")]
internal sealed class LambdaValidationException(string message) : Exception(message);
