namespace Patterns.Local.Functions.Runtime;

/// <summary>What the Runtime API says to a call of a runtime.</summary>
internal enum RuntimeReply
{
    Accepted,
    InvalidRequestId,
    InvalidStateTransition,
    Gone,
}
