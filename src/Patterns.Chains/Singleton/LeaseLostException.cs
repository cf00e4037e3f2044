namespace Patterns.Singleton;

/// <summary>A lease was released, ran out, or went to another owner, and what should have been done with it was not.</summary>
public sealed class LeaseLostException : Exception
{
    internal LeaseLostException(string name, long token, Exception? innerException = null)
        : base($"The lease '{name}' with the token {token} is not held any more: it was released, its time ran out, or another owner has it.", innerException)
    {
        Name = name;
        Token = token;
    }

    /// <summary>The lease.</summary>
    public string Name { get; }

    /// <summary>The token that is out of date.</summary>
    public long Token { get; }
}
