namespace Patterns.Translation;

/// <summary>What stands for a null outside of JSON.</summary>
public enum NullForm
{
    /// <summary>An element with <c>xsi:nil="true"</c>: a missing member, a null and an empty text are three different things.</summary>
    Nil,

    /// <summary>Nothing: a missing member and a null are the same, and read back as null.</summary>
    Absent,

    /// <summary>An empty element, attribute or field. An empty text is refused then, since it would be read back as null.</summary>
    Empty,

    /// <summary>Nothing: a null is an error.</summary>
    Refused,
}
