using System.Text.RegularExpressions;

namespace Samples.Tests;

public sealed partial class BackendsTemplateTests
{
    private static readonly Dictionary<string, string[]> Reached = ReadReachedTables();

    [Theory]
    [InlineData("Catalogue", "CatalogueTable")]
    [InlineData("Enrolments", "EnrolmentsTable")]
    [InlineData("Progress", "ProgressTable")]
    [InlineData("SignIn", "SessionTable")]
    [InlineData("CheckSession", "SessionTable")]
    public void A_service_reaches_its_own_table_and_no_other(string function, string table) => Assert.Equal([table], Reached[function]);

    [Theory]
    [InlineData("WebBackend")]
    [InlineData("MobileBackend")]
    public void A_backend_reaches_no_table_and_has_no_policy(string function) => Assert.Empty(Reached[function]);

    [Fact]
    public void There_is_no_function_beside_those_that_are_tested_here() =>
        Assert.Equal(["Catalogue", "CheckSession", "Enrolments", "MobileBackend", "Progress", "SignIn", "WebBackend"], Reached.Keys.Order());

    [Fact]
    public void No_policy_is_wider_than_those_of_tables_and_nobody_invokes_a_function()
    {
        var template = File.ReadAllText(PathOfTemplate());

        Assert.Equal(Regex.Count(template, "Policies:", RegexOptions.None, TimeSpan.FromSeconds(5)), PolicyOfTable().Count(template));
        Assert.DoesNotContain("lambda:Invoke", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Role:", template, StringComparison.Ordinal);
    }

    /// <summary>Functions by their ids, and the tables that their text names, be it in a policy or in a setting.</summary>
    private static Dictionary<string, string[]> ReadReachedTables() => Resource().Matches(File.ReadAllText(PathOfTemplate()))
        .Where(resource => resource.Groups["text"].Value.Contains("Type: AWS::Serverless::Function", StringComparison.Ordinal))
        .ToDictionary(
            resource => resource.Groups["id"].Value,
            resource => Table().Matches(resource.Groups["text"].Value).Select(table => table.Value).Distinct().ToArray());

    private static string PathOfTemplate() => Path.Combine(PatternsTool.Root, "samples", "Backends", "template.yaml");

    [GeneratedRegex(@"^  (?<id>\w+):\n(?<text>(?:    .*\n|\n)+)", RegexOptions.Multiline, 5_000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"\w+Table\b", RegexOptions.None, 5_000)]
    private static partial Regex Table();

    // One policy and no second one: what comes next is another property, another resource or nothing.
    [GeneratedRegex(@"^      Policies:\n        - DynamoDB(Crud|Read|Write)Policy: \{ TableName: !Ref \w+Table \}\n(?!        )", RegexOptions.Multiline, 5_000)]
    private static partial Regex PolicyOfTable();
}
