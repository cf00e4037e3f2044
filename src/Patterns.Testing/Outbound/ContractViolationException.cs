namespace Patterns.Testing;

/// <summary>An implementation of a port does not keep the port's contract.</summary>
public sealed class ContractViolationException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ContractViolationException(string law, string finding)
        : base($"{law}: {finding}") => Law = law;

    /// <summary>The law that is broken.</summary>
    public string Law { get; }
}
