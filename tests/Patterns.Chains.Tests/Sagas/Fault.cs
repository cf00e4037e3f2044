namespace Patterns.Chains.Tests.Sagas;

/// <summary>What goes wrong with a step.</summary>
internal enum Fault
{
    None,

    /// <summary>It says no, before anything happens.</summary>
    Refuses,

    /// <summary>It fails every time, before anything happens.</summary>
    FailsBefore,

    /// <summary>It happens, and every answer is lost.</summary>
    FailsAfter,

    /// <summary>It happens, and the first answer is lost.</summary>
    FailsOnceAfter,

    /// <summary>No retry can help, and it has happened.</summary>
    HopelessAfter,
}
