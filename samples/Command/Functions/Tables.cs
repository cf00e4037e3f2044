using Patterns.Aws;
using Patterns.Tables;

namespace Command.Functions;

internal static class Tables
{
    public static ITable Policies() => Table.From(Environment.GetEnvironmentVariable("POLICIES_TABLE")!);

    public static ITable Sessions() => Table.From(Environment.GetEnvironmentVariable("SESSIONS_TABLE")!);
}
