using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Patterns.Local.Cli;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static readonly Option<int?> Port = new("--port")
    {
        Description = "The port of the endpoint; 0 takes any free one [default: 4566]",
        HelpName = "0-65535",
        CustomParser = ParsePort,
    };

    public static readonly Option<string?> ReadyFile = new("--ready-file")
    {
        Description = "Written once everything is up: endpoint, outputs and process ids as JSON",
        HelpName = "file",
    };

    public static readonly Option<bool> ShardLimits = new("--shard-limits")
    {
        Description = "Let each shard of a stream take 1 MB and 1,000 records a second at most, as on AWS",
    };

    private static int? ParsePort(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
        {
            return port;
        }

        result.AddError($"--port takes a number from 0 to 65535, and this is '{text}'.");
        return null;
    }
}
