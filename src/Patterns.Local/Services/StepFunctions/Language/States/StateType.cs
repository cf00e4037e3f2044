namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>The types of states; the names are those of the language.</summary>
internal enum StateType
{
    Pass,
    Task,
    Choice,
    Wait,
    Succeed,
    Fail,
    Parallel,
    Map,
}
