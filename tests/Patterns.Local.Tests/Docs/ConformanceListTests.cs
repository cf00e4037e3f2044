using System.Reflection;
using System.Text.RegularExpressions;
using Patterns.Local.Services.DynamoDb.Operations;
using Patterns.Local.Services.Firehose.Operations;
using Patterns.Local.Services.Sqs.Operations;

namespace Patterns.Local.Tests.Docs;

/// <summary>The conformance list names every operation, and tests that exist.</summary>
public sealed partial class ConformanceListTests
{
    private static readonly string List = File.ReadAllText(FindList());

    public static TheoryData<string> Operations =>
    [
        .. SqsOperations.Names
            .Concat(DynamoDbOperations.Names)
            .Concat(FirehoseOperations.Names)
            .Concat(OperationsIn("Patterns.Local.Services.Sns.Wire.Operations"))
            .Concat(OperationsIn("Patterns.Local.Services.Lambda.Operations").Where(name => !name.EndsWith("Json", StringComparison.Ordinal) && name != "InvokePayload"))
            .Concat(OperationsIn("Patterns.Local.Services.DynamoDb.Streams.Operations"))
            .Concat(OperationsIn("Patterns.Local.Services.EventBridge.Operations"))
            .Concat(OperationsIn("Patterns.Local.Services.Scheduler.Operations"))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_is_listed(string operation) => Assert.Matches($@"\b{operation}\b", List);

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var existing = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name).ToHashSet();

        Assert.Empty(NamedTest().Matches(List).Select(match => match.Groups[1].Value).Where(name => !existing.Contains(name)).Distinct());
    }

    private static IEnumerable<string> OperationsIn(string space) =>
        typeof(SqsOperations).Assembly.GetTypes()
            .Where(type => type.Namespace == space && !type.IsNested && !type.IsInterface)
            .Select(type => type.Name);

    private static string FindList()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Patterns.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "conformance.md");
    }

    [GeneratedRegex("`([A-Za-z]+Tests)`", RegexOptions.None, 1000)]
    private static partial Regex NamedTest();
}
