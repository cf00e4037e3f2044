using System.Text.RegularExpressions;

namespace Samples.Tests;

public sealed partial class BackendsTemplateTests
{
    private static readonly Dictionary<string, string> Functions = ReadFunctions();

    [Theory]
    [InlineData("Catalogue", "CatalogueTable", "PutItem", "BatchGetItem")]
    [InlineData("Enrolments", "EnrolmentsTable", "PutItem", "Query")]
    [InlineData("Progress", "ProgressTable", "PutItem", "Query")]
    [InlineData("SignIn", "SessionTable", "PutItem")]
    [InlineData("CheckSession", "SessionTable", "GetItem")]
    public void A_service_reaches_its_own_table_and_no_other_and_does_with_it_what_it_must(string function, string table, params string[] actions)
    {
        Assert.Equal([table], TablesOf(function));
        Assert.Equal(actions.Select(action => "dynamodb:" + action), Action().Matches(Functions[function]).Select(action => action.Value));
    }

    [Theory]
    [InlineData("WebBackend")]
    [InlineData("MobileBackend")]
    public void A_backend_reaches_no_table_and_has_no_policy(string function) => Assert.Equal(
        [false, false],
        new[] { TablesOf(function).Length > 0, Functions[function].Contains("Policies:", StringComparison.Ordinal) });

    [Fact]
    public void There_is_no_function_beside_those_that_are_tested_here() =>
        Assert.Equal(["Catalogue", "CheckSession", "Enrolments", "MobileBackend", "Progress", "SignIn", "WebBackend"], Functions.Keys.Order());

    [Fact]
    public void No_policy_is_of_another_form_than_those_of_tables_and_nobody_invokes_a_function()
    {
        var template = File.ReadAllText(PathOfTemplate());

        Assert.Equal(Regex.Count(template, "Policies:", RegexOptions.None, TimeSpan.FromSeconds(5)), PolicyOfTable().Count(template));
        Assert.DoesNotContain("lambda:Invoke", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Role:", template, StringComparison.Ordinal);
    }

    /// <summary>The texts of functions by their ids.</summary>
    private static Dictionary<string, string> ReadFunctions() => Resource().Matches(File.ReadAllText(PathOfTemplate()))
        .Where(resource => resource.Groups["text"].Value.Contains("Type: AWS::Serverless::Function", StringComparison.Ordinal))
        .ToDictionary(resource => resource.Groups["id"].Value, resource => resource.Groups["text"].Value);

    /// <summary>The tables that the text of a function names, be it in a policy or in a setting.</summary>
    private static string[] TablesOf(string function) => [.. Table().Matches(Functions[function]).Select(table => table.Value).Distinct()];

    private static string PathOfTemplate() => Path.Combine(PatternsTool.Root, "samples", "Backends", "template.yaml");

    [GeneratedRegex(@"^  (?<id>\w+):\n(?<text>(?:    .*\n|\n)+)", RegexOptions.Multiline, 5_000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"\w+Table\b", RegexOptions.None, 5_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"\bdynamodb:[\w*]+", RegexOptions.None, 5_000)]
    private static partial Regex Action();

    // One policy of one statement and no second one: what comes next is another property, another resource or nothing.
    [GeneratedRegex(
        @"^      Policies:\n        - Statement:\n            - Effect: Allow\n              Action: \[?(dynamodb:\w+(, )?)+\]?\n              Resource: !GetAtt \w+Table\.Arn\n(?!        )",
        RegexOptions.Multiline,
        5_000)]
    private static partial Regex PolicyOfTable();
}
