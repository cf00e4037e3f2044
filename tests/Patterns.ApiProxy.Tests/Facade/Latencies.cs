namespace Patterns.ApiProxy.Tests.Facade;

/// <summary>Latencies as services have them.</summary>
internal static class Latencies
{
    /// <summary>Some units of time of about 15, by a distribution that is drawn as well.</summary>
    public static int Draw(Random random)
    {
        var chance = 1 - random.NextDouble();
        var units = random.Next(5) switch
        {
            0 => random.Next(1, 40),
            1 => -15 * Math.Log(chance),
            2 => 12 * Math.Exp(Math.Sqrt(-2 * Math.Log(chance)) * Math.Cos(2 * Math.PI * random.NextDouble())),
            3 => 4 * Math.Pow(chance, -1 / 1.1),
            _ => chance < 0.1 ? 6_000 : random.Next(2, 6),
        };
        return (int)Math.Min(units, 10_000);
    }
}
