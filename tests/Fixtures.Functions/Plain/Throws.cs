namespace Fixtures.Plain;

/// <summary>Fails with an exception that has a cause.</summary>
public sealed class Throws
{
    public Stream Handle(Stream input)
    {
        Console.WriteLine("about to fail");
        throw new InvalidOperationException("boom", new ArgumentException("the \"inner\" reason"));
    }

    public async Task Many(Stream input)
    {
        await Task.Yield();
        throw new AggregateException(new TimeoutException("first"), new NotSupportedException("second"));
    }
}
