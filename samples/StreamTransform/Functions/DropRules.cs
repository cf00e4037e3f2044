namespace StreamTransform.Functions;

/// <summary>Which lines tell nothing about people who look at pages.</summary>
public static class DropRules
{
    private static readonly string[] s_robots = ["bot", "crawler", "spider"];

    /// <summary>The name of the rule that drops the line; null when it stays.</summary>
    public static string? ReasonFor(LogLine line) => line switch
    {
        { UserAgent: var agent } when IsRobot(agent) => "robot",
        { Path: var path } when Path.GetExtension(path) is not "" => "asset",
        { Status: >= 400 } => null,
        { Method: not "GET" } => "no-view",
        { Status: >= 300 and not 304 } => "redirect",
        _ => null,
    };

    private static bool IsRobot(string agent) =>
        agent.StartsWith("curl/", StringComparison.Ordinal) || Array.Exists(s_robots, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
}
