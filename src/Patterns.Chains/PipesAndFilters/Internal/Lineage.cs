using System.Globalization;

namespace Patterns.PipesAndFilters.Internal;

/// <summary>The ids of what filters make.</summary>
internal static class Lineage
{
    public static string Of(string inputId, int position) => string.Create(CultureInfo.InvariantCulture, $"{inputId}.{position}");
}
