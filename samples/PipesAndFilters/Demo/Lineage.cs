namespace PipesAndFilters.Demo;

/// <summary>Orders ids such as <c>file-1.2.0.1</c> by where their messages stand in the file.</summary>
internal sealed class Lineage : IComparer<string>
{
    public static string FileOf(string id) => id.Split('.')[0];

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x!.Split('.'), y!.Split('.'));
        for (var level = 1; level < Math.Min(left.Length, right.Length); level++)
        {
            var order = int.Parse(left[level]).CompareTo(int.Parse(right[level]));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
