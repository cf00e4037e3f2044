using System.Diagnostics.CodeAnalysis;

namespace Fixtures.Plain;

/// <summary>Ends, hangs or overflows instead of returning.</summary>
public sealed class Misbehaves
{
    public void Hang(Stream input)
    {
        Console.WriteLine("hanging");
        Thread.Sleep(Timeout.Infinite);
    }

    public void Exit(Stream input)
    {
        Console.WriteLine("leaving");
        Environment.Exit(3);
    }

    public void StartChildAndHang(Stream input)
    {
        using var child = System.Diagnostics.Process.Start("sleep", "600");
        Console.WriteLine($"child {child.Id}");
        child.WaitForExit();
    }

    [SuppressMessage("Usage", "VSTHRD100", Justification = "The point of it.")]
    public void CrashInBackground(Stream input)
    {
        Crash();
        Thread.Sleep(Timeout.Infinite);

        static async void Crash()
        {
            await Task.Yield();
            throw new InvalidOperationException("nobody catches this");
        }
    }

    public void WriteTenMegabytes(Stream input)
    {
        var line = new string('x', 99);
        for (var i = 0; i < 100_000; i++)
        {
            Console.WriteLine(line);
        }

        Console.WriteLine("the last line");
    }

    public Stream ReturnTooMuch(Stream input) => new MemoryStream(new byte[7 * 1024 * 1024]);

    public Stream ReturnTheMost(Stream input)
    {
        var json = new byte[6 * 1024 * 1024];
        Array.Fill(json, (byte)'1');
        return new MemoryStream(json);
    }
}
