namespace Patterns.Local.Faults;

/// <summary>Decides which invocations are disturbed.</summary>
internal interface IInvocationFaults
{
    /// <summary>Told when an invocation begins; null leaves it alone.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="requestId">The invocation's id.</param>
    /// <param name="kill">Kills the function's process at once.</param>
    IInvocationAttack? Attack(string function, string requestId, Action kill);
}
