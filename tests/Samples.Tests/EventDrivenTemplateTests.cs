using System.Text.RegularExpressions;

namespace Samples.Tests;

public sealed partial class EventDrivenTemplateTests
{
    private static readonly Dictionary<string, string> Functions = ReadFunctions();

    [Theory]
    [InlineData("UpdateAsset", "AssetTable", "dynamodb:PutItem")]
    [InlineData("UpdateInsurance", "InsuranceTable", "dynamodb:PutItem")]
    [InlineData("UpdateAssetDirectly", "DirectAssetTable", "dynamodb:PutItem")]
    [InlineData("UpdateInsuranceDirectly", "DirectInsuranceTable", "dynamodb:PutItem")]
    [InlineData("FollowAssets", "PortfolioTable", "dynamodb:UpdateItem", "sqs:SendMessage")]
    [InlineData("GetPortfolio", "PortfolioTable", "dynamodb:Query")]
    [InlineData("CleanUp", "CleanupTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "sqs:SendMessage")]
    [InlineData("CleanUpNow", "CleanupTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")]
    public void A_service_reaches_its_own_table_and_no_other_and_does_with_it_what_it_must(string function, string table, params string[] actions)
    {
        Assert.Equal([table], TablesOf(function));
        Assert.Equal(actions, ActionsOf(function));
    }

    [Theory]
    [InlineData("RelayAssets", "AssetTable")]
    [InlineData("RelayInsurances", "InsuranceTable")]
    public void A_relay_reads_the_stream_of_its_services_table_and_may_publish_and_no_more(string function, string table)
    {
        Assert.Equal([table], TablesOf(function));
        Assert.Contains($"Stream: !GetAtt {table}.StreamArn", Functions[function], StringComparison.Ordinal);
        Assert.Equal(["events:PutEvents", "sqs:SendMessage"], ActionsOf(function));
    }

    [Fact]
    public void Only_the_direct_variant_knows_where_the_cleanup_service_is() =>
        Assert.Equal(["UpdateAssetDirectly", "UpdateInsuranceDirectly"], Functions.Where(function => function.Value.Contains("CLEANUP_URL", StringComparison.Ordinal)).Select(function => function.Key).Order());

    [Fact]
    public void There_is_no_function_beside_those_that_are_tested_here() => Assert.Equal(
        ["CleanUp", "CleanUpNow", "FollowAssets", "GetPortfolio", "RelayAssets", "RelayInsurances", "UpdateAsset", "UpdateAssetDirectly", "UpdateInsurance", "UpdateInsuranceDirectly"],
        Functions.Keys.Order());

    [Fact]
    public void Every_policy_is_of_one_form_and_names_one_resource_in_each_statement()
    {
        var template = File.ReadAllText(PathOfTemplate());

        Assert.Equal(Functions.Count, PolicyOfFunction().Count(template));
        Assert.Equal(Functions.Count, Regex.Count(template, "Policies:", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.DoesNotContain("lambda:Invoke", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Role:", template, StringComparison.Ordinal);
    }

    /// <summary>The texts of functions by their ids.</summary>
    private static Dictionary<string, string> ReadFunctions() => Resource().Matches(File.ReadAllText(PathOfTemplate()))
        .Where(resource => resource.Groups["text"].Value.Contains("Type: AWS::Serverless::Function", StringComparison.Ordinal))
        .ToDictionary(resource => resource.Groups["id"].Value, resource => resource.Groups["text"].Value);

    /// <summary>The tables that the text of a function names, be it in a policy, in a setting or in an event.</summary>
    private static string[] TablesOf(string function) => [.. Table().Matches(Functions[function]).Select(table => table.Value).Distinct()];

    private static IEnumerable<string> ActionsOf(string function) => Action().Matches(Functions[function]).Select(action => action.Value);

    private static string PathOfTemplate() => Path.Combine(PatternsTool.Root, "samples", "EventDriven", "template.yaml");

    [GeneratedRegex(@"^  (?<id>\w+):[^\n]*\n(?<text>(?:    .*\n|\n)+)", RegexOptions.Multiline, 5_000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"\w+Table\b", RegexOptions.None, 5_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"\b(dynamodb|sqs|events|lambda|sns):[\w*]+", RegexOptions.None, 5_000)]
    private static partial Regex Action();

    // One policy of statements that each allow actions on one resource of this template, and nothing behind it.
    [GeneratedRegex(
        @"^      Policies:\n        - Statement:\n(?:            - Effect: Allow\n              Action: \[?(?:\w+:\w+(?:, )?)+\]?\n              Resource: !GetAtt \w+\.Arn\n)+(?!        )",
        RegexOptions.Multiline,
        5_000)]
    private static partial Regex PolicyOfFunction();
}
