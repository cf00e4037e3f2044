namespace Patterns.Cqrs;

/// <summary>An event cannot be written or read: its type or version is not known, or its data are not of the type's form.</summary>
public sealed class EventTypeException : Exception
{
    internal EventTypeException(string typeName, int? schema, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        TypeName = typeName;
        Schema = schema;
    }

    /// <summary>The name of the event's type.</summary>
    public string TypeName { get; }

    /// <summary>The version in which it was written; null for an event that was to be written.</summary>
    public int? Schema { get; }
}
