namespace Patterns.Local.Faults;

internal sealed class NoFaults : IInvocationFaults
{
    public static NoFaults Instance { get; } = new();

    public IInvocationAttack? Attack(string function, string requestId, Action kill) => null;
}
