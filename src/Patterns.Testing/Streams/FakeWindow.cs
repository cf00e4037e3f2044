namespace Patterns.Testing;

/// <summary>An open tumbling window and the state that the function returned last.</summary>
internal sealed record FakeWindow(DateTimeOffset Start, DateTimeOffset End, string State)
{
    private const int MostCharacters = 1024 * 1024;

    public bool IsTooLarge => State.Length > MostCharacters;
}
