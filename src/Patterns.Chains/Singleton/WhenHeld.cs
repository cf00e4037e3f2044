namespace Patterns.Singleton;

/// <summary>What a <see cref="SingletonHandler{TMessage}"/> does with a message while somebody else has the lease.</summary>
public enum WhenHeld
{
    /// <summary>Waits until the lease is free; when the invocation's time runs out first, the message fails and comes again.</summary>
    Wait,

    /// <summary>Fails with a <see cref="LeaseHeldException"/>, so that the message comes again.</summary>
    Fail,

    /// <summary>Counts the message as handled without doing its work: for messages that only say that it is time to look.</summary>
    Skip,
}
