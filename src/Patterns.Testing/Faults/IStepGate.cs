namespace Patterns.Testing;

/// <summary>Decides when code that is being tested may take its next step, and whether it lives to take it.</summary>
public interface IStepGate
{
    /// <summary>Called before and after every call of a port.</summary>
    /// <param name="name">What comes or has been, for messages.</param>
    /// <exception cref="ProcessKilledException">The process is dead; this and all its further steps throw.</exception>
    ValueTask StepAsync(string name);
}
