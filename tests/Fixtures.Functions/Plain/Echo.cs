namespace Fixtures.Plain;

/// <summary>Returns its event.</summary>
public sealed class Echo
{
    private int _count;

    public Stream Handle(Stream input) => input;

    /// <summary>Tells how many events this process has seen, and which process it is.</summary>
    public Stream Count(Stream input) =>
        new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{{\"count\":{++_count},\"pid\":{Environment.ProcessId}}}"));

    public static async Task<Stream> HandleStatic(Stream input)
    {
        await Task.Yield();
        return input;
    }

    public ValueTask Nothing() => ValueTask.CompletedTask;

    public void Overloaded()
    {
    }

    public void Overloaded(Stream input)
    {
    }

    public void TooMany(Stream input, string second, string third)
    {
    }

    /// <summary>Returns the variables that the process sees.</summary>
    public Stream Variables()
    {
        var json = new MemoryStream();
        System.Text.Json.JsonSerializer.Serialize(json, Environment.GetEnvironmentVariables());
        json.Position = 0;
        return json;
    }
}
