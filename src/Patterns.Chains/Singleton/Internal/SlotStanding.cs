namespace Patterns.Singleton.Internal;

/// <summary>Whose a slot is, seen from the function that asks; it prefers the first.</summary>
internal enum SlotStanding
{
    Own,
    Shared,
    Foreign,
}
