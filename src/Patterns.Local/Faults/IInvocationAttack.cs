namespace Patterns.Local.Faults;

/// <summary>A fault that may strike while an invocation is running.</summary>
internal interface IInvocationAttack
{
    /// <summary>The invocation is over; nothing strikes any more.</summary>
    /// <param name="processDied">True when the process ended before it answered.</param>
    void End(bool processDied);
}
