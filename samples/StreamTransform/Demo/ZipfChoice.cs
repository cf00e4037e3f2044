namespace StreamTransform.Demo;

/// <summary>Chooses numbers from 0 on; the first ones far more often than the last.</summary>
internal sealed class ZipfChoice
{
    private readonly double[] _upTo;

    public ZipfChoice(int count, double exponent)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += 1 / Math.Pow(i + 1, exponent);
            _upTo[i] = sum;
        }
    }

    public int Next(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(found < 0 ? ~found : found, _upTo.Length - 1);
    }
}
