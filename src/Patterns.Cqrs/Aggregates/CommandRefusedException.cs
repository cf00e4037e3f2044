namespace Patterns.Cqrs;

/// <summary>A rule of the aggregate says no. The command has no effect, and asking again does not help.</summary>
public class CommandRefusedException : NonRetryableException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Names the rule for programs, for example <c>insufficient-funds</c>.</param>
    /// <param name="message">Says it to people.</param>
    public CommandRefusedException(string code, string message)
        : base(message)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        Code = code;
    }

    /// <summary>Names the rule for programs.</summary>
    public string Code { get; }
}
