using System.Reflection;

namespace Packages.Tests;

public sealed class PublicApiTests
{
    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicApi_txt_says_what_the_package_shows(string package)
    {
        var file = Repository.Path("src", package, "PublicApi.txt");
        var actual = string.Join('\n', PublicSurface.Describe(Assembly.Load(package))) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var written = File.ReadAllText(file);

        Assert.True(
            written == actual,
            $"The public members of {package} changed; run eng/update-public-api.sh and commit {file}.\n{Difference(written, actual)}");
    }

    private static string Difference(string written, string actual)
    {
        var before = written.Split('\n');
        var after = actual.Split('\n');
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }
}
