namespace Patterns.DataProcessing;

/// <summary>The result of a part is larger than an item of the table. The part is rejected.</summary>
public sealed class ResultTooLargeException : NonRetryableException
{
    internal ResultTooLargeException(JobPart part, int size, int mostBytes)
        : base($"The result of part {part} has {size} bytes; at most {mostBytes} can be kept. Make the parts smaller, or put the result into an object store and return its key.")
    {
        Part = part;
        Size = size;
    }

    /// <summary>The part.</summary>
    public JobPart Part { get; }

    /// <summary>The result's size in bytes, as JSON.</summary>
    public int Size { get; }
}
