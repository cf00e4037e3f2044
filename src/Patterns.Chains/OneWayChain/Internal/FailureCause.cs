namespace Patterns.OneWayChain.Internal;

/// <summary>Why a chain has failed.</summary>
/// <param name="ErrorType">The exception's type, without its namespace; null where none is known.</param>
/// <param name="Message">What it said, or what happened.</param>
internal readonly record struct FailureCause(string? ErrorType, string Message);
