using System.Security.Cryptography;
using System.Text;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>The names that CloudFormation defines by itself.</summary>
internal sealed class PseudoParameters(string region, string accountId, string stackName)
{
    public static readonly IReadOnlyList<string> Names =
    [
        "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId",
        "AWS::StackName", "AWS::URLSuffix",
    ];

    public string Region { get; } = region;

    private bool IsChina => Region.StartsWith("cn-", StringComparison.Ordinal);

    private string Partition => (IsChina, Region.StartsWith("us-gov-", StringComparison.Ordinal)) switch
    {
        (true, _) => "aws-cn",
        (_, true) => "aws-us-gov",
        _ => "aws",
    };

    public static bool IsPseudo(string name) => name.StartsWith("AWS::", StringComparison.Ordinal);

    /// <summary>The value, or null when there is no such pseudo parameter.</summary>
    public TemplateNode? Find(string name, SourceLocation location) => name switch
    {
        "AWS::NoValue" => new NoValueNode(location),
        "AWS::NotificationARNs" => NodeFactory.List(location),
        _ => Text(name) is { } text ? NodeFactory.Text(location, text) : null,
    };

    private string? Text(string name) => name switch
    {
        "AWS::AccountId" => accountId,
        "AWS::Partition" => Partition,
        "AWS::Region" => Region,
        "AWS::StackId" => $"arn:{Partition}:cloudformation:{Region}:{accountId}:stack/{stackName}/{StackGuid()}",
        "AWS::StackName" => stackName,
        "AWS::URLSuffix" => IsChina ? "amazonaws.com.cn" : "amazonaws.com",
        _ => null,
    };

    // The same in every run, since people cut names out of the stack id.
    private Guid StackGuid() => new(SHA256.HashData(Encoding.UTF8.GetBytes(stackName)).AsSpan(0, 16));
}
