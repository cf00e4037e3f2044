namespace Fixtures.Plain;

/// <summary>Needs longer for its first start than for later ones; a file remembers that there was one.</summary>
public sealed class StartsSlowly
{
    public StartsSlowly()
    {
        var marker = Environment.GetEnvironmentVariable("MARKER_FILE")!;
        if (!File.Exists(marker))
        {
            File.WriteAllText(marker, "");
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public Stream Handle(Stream input) => input;
}
