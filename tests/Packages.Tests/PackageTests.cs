using System.Reflection;
using System.Xml.Linq;

namespace Packages.Tests;

public sealed class PackageTests
{
    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_has_the_same_set_of_files(string package)
    {
        foreach (var file in new[] { "README.md", "CHANGELOG.md", "PublicApi.txt", package + ".csproj" })
        {
            Assert.True(new FileInfo(Repository.Path("src", package, file)).Length > 0, $"{package}/{file} is missing or empty");
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_can_be_compiled_ahead_of_time(string package)
    {
        var project = XDocument.Load(Repository.Path("src", package, package + ".csproj"));

        Assert.Equal("true", project.Descendants("IsAotCompatible").Single().Value);
    }

    [Theory]
    [InlineData("Patterns.Core")]
    [InlineData("Patterns.FanOut")]
    [InlineData("Patterns.Chains")]
    [InlineData("Patterns.StreamTransform")]
    [InlineData("Patterns.Cqrs")]
    [InlineData("Patterns.ApiProxy")]
    [InlineData("Patterns.Testing")]
    public void Domain_code_needs_no_AWS_SDK(string package)
    {
        var references = Closure(Assembly.Load(package)).Select(name => name.Name!).ToHashSet();

        Assert.DoesNotContain(references, name => name.StartsWith("AWSSDK", StringComparison.Ordinal));
        Assert.DoesNotContain("patterns", references);
    }

    [Theory]
    [InlineData("Patterns.Core", "Amazon.Lambda.Core;Polly.Core")]
    [InlineData("Patterns.FanOut", "Patterns.Core;Amazon.Lambda.Core")]
    [InlineData("Patterns.Chains", "Patterns.Core;Amazon.Lambda.Core")]
    [InlineData("Patterns.StreamTransform", "Patterns.Core;Amazon.Lambda.Core")]
    [InlineData("Patterns.Cqrs", "Patterns.Core;Amazon.Lambda.Core")]
    [InlineData("Patterns.ApiProxy", "Patterns.Core;Amazon.Lambda.Core;Polly.Core")]
    [InlineData("Patterns.Testing", "Patterns.Core;Amazon.Lambda.Core")]
    public void A_package_depends_on_nothing_else(string package, string allowed)
    {
        var foreign = Assembly.Load(package).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard");

        Assert.Subset(allowed.Split(';').ToHashSet(), foreign.ToHashSet());
    }

    [Fact]
    public void The_AWS_package_depends_on_the_SDK_clients_of_its_services_alone()
    {
        var references = Assembly.Load("Patterns.Aws").GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Subset(
            new HashSet<string> { "Patterns.Core", "AWSSDK.Core", "AWSSDK.ApiGatewayManagementApi", "AWSSDK.DynamoDBv2", "AWSSDK.EventBridge", "AWSSDK.Kinesis", "AWSSDK.KinesisFirehose", "AWSSDK.SQS", "AWSSDK.SimpleNotificationService", "AWSSDK.StepFunctions" },
            references.ToHashSet());
    }

    private static IEnumerable<AssemblyName> Closure(Assembly assembly)
    {
        var seen = new HashSet<string>();
        var open = new Queue<AssemblyName>(assembly.GetReferencedAssemblies());
        while (open.TryDequeue(out var name))
        {
            if (!seen.Add(name.Name!) || name.Name!.StartsWith("System", StringComparison.Ordinal))
            {
                continue;
            }

            yield return name;
            foreach (var next in Assembly.Load(name).GetReferencedAssemblies())
            {
                open.Enqueue(next);
            }
        }
    }
}
