namespace Patterns.Cqrs;

/// <summary>Why a command was not tried.</summary>
public enum CommandRejection
{
    /// <summary>No command of the router has the name.</summary>
    UnknownName,

    /// <summary>The command is known, and the version of its arguments is not, or no longer; whether the key has a reply was not asked.</summary>
    UnknownVersion,

    /// <summary>The arguments or the request are not as they must be, or too large.</summary>
    Invalid,

    /// <summary>The actor may not do that.</summary>
    Forbidden,

    /// <summary>It was issued too long ago, or in the future, or does not say when, and its key has no reply.</summary>
    Expired,
}
