namespace Patterns.Local.Functions.Logs;

/// <summary>Where people watch what functions do.</summary>
internal interface IFunctionConsole
{
    /// <summary>A line of a function's log; only the first lines of an invocation are shown, the file has all of them.</summary>
    void LogLine(string function, string line);

    void Invoked(InvocationReport report);

    /// <summary>An execution of a state machine has ended.</summary>
    void ExecutionEnded(ExecutionReport report);

    /// <summary>Something that a developer should know: a setting that has no effect, an injected fault.</summary>
    void Notice(string message);

    /// <summary>Something that is known only once the run is being stopped, for example what became of records in a buffer.</summary>
    void NoticeAtEnd(string message) => Notice(message);
}
