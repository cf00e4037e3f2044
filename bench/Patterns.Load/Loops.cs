namespace Patterns.Load;

/// <summary>State machines that turn in a loop.</summary>
internal static class Loops
{
    /// <summary>Counts in a Pass state and compares in a Choice state.</summary>
    public static string PassAndChoice(int turns) => Loop("", "Count", turns);

    /// <summary>The same, and each turn runs a function.</summary>
    public static string Function(string arn, int turns) =>
        Loop($$""" "Work":{"Type":"Task","Resource":"{{arn}}","ResultPath":null,"Next":"Count"}, """, "Work", turns);

    private static string Loop(string work, string first, int turns) =>
        """
        {"StartAt":"Begin","States":{
          "Begin":{"Type":"Pass","Result":{"n":0},"Next":"FIRST"},
          WORK
          "Count":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"Next":"Again"},
          "Again":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":TURNS,"Next":"FIRST"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """
            .Replace("WORK", work, StringComparison.Ordinal)
            .Replace("FIRST", first, StringComparison.Ordinal)
            .Replace("TURNS", $"{turns}", StringComparison.Ordinal);
}
