namespace Patterns.DataProcessing;

/// <summary>What holds for the results of all jobs.</summary>
public static class JobResults
{
    /// <summary>How many failed and how many missing parts a result names: 100. Its counts have them all.</summary>
    public const int MostNamed = 100;
}
