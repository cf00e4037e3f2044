namespace Patterns.Cqrs;

/// <summary>
/// Others changed what the command is about, or held it by transactions of theirs, at each of the attempts. Nothing that was enlisted
/// happened, and the key is free; later it may succeed.
/// </summary>
public sealed class CommandConflictException : Exception
{
    internal CommandConflictException(string name, string key, int attempts, Exception? innerException)
        : base($"The command '{name}' with the key '{key}' met changes by others at each of {attempts} attempts.", innerException)
    {
        Name = name;
        Key = key;
        Attempts = attempts;
    }

    /// <summary>The command's name.</summary>
    public string Name { get; }

    /// <summary>The command's key.</summary>
    public string Key { get; }

    /// <summary>How many attempts there were.</summary>
    public int Attempts { get; }
}
