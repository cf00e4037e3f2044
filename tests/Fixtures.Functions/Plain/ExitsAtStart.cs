namespace Fixtures.Plain;

public sealed class ExitsAtStart
{
    public ExitsAtStart()
    {
        Console.WriteLine("starting");
        Environment.Exit(7);
    }

    public Stream Handle(Stream input) => input;
}
