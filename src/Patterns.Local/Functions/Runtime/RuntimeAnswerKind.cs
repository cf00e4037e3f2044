namespace Patterns.Local.Functions.Runtime;

internal enum RuntimeAnswerKind
{
    Response,

    /// <summary>The function threw.</summary>
    Error,

    /// <summary>The runtime reported that the function could not be initialised.</summary>
    InitError,

    /// <summary>The process ended.</summary>
    Exited,

    /// <summary>The time was over.</summary>
    TimedOut,
}
