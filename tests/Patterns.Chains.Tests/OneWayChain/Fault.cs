namespace Patterns.OneWayChain.Tests;

/// <summary>What happens to a chain at a step.</summary>
public enum Fault
{
    None,
    ThrowsTwice,
    ThrowsAfterItsEffect,
    MessageComesTwice,
    ThrowsAlways,
    IsHopeless,
}
