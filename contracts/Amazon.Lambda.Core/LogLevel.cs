namespace Amazon.Lambda.Core;

/// <summary>How serious a log message is.</summary>
public enum LogLevel
{
    /// <summary>The most detailed messages.</summary>
    Trace = 0,

    /// <summary>For investigation while developing.</summary>
    Debug = 1,

    /// <summary>The ordinary course of events.</summary>
    Information = 2,

    /// <summary>Something unexpected that does not stop the work.</summary>
    Warning = 3,

    /// <summary>The current work failed.</summary>
    Error = 4,

    /// <summary>Nothing works until somebody acts.</summary>
    Critical = 5,
}
