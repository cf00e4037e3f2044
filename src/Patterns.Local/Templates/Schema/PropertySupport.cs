namespace Patterns.Local.Templates.Schema;

internal enum PropertySupport
{
    /// <summary>Has its effect here.</summary>
    Emulated,

    /// <summary>Would have an effect on one machine, but has none yet: listed at start.</summary>
    NotEmulated,

    /// <summary>Means nothing on one machine, such as encryption keys and cost tags.</summary>
    NoLocalMeaning,
}
