namespace Patterns.Local.HttpApi;

/// <summary>The form of a function's event and of its reply.</summary>
internal enum PayloadFormat
{
    /// <summary>The form of REST APIs, which HTTP APIs have as well.</summary>
    V1,

    V2,
}
