namespace Patterns.Local.Templates;

internal enum ResourceSupport
{
    /// <summary>Provisioning creates it.</summary>
    Emulated,

    /// <summary>A real type that is not emulated yet; named in the warnings, kept so that references to it have a target.</summary>
    NotEmulated,

    /// <summary>Has no effect on one machine, such as roles, log groups and alarms.</summary>
    NoLocalMeaning,
}
