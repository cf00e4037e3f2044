namespace Fixtures.Plain;

public sealed class FailsToStart
{
    public FailsToStart() => throw new NotSupportedException("no settings");

    public Stream Handle(Stream input) => input;
}
