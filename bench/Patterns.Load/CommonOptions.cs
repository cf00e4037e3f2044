using System.CommandLine;
using System.CommandLine.Parsing;

namespace Patterns.Load;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static readonly Option<Uri> Endpoint = new("--endpoint")
    {
        Description = "Where the service listens; loopback only",
        HelpName = "http://127.0.0.1:port",
        Required = true,
        CustomParser = ParseEndpoint,
    };

    public static readonly Option<int> Connections = Bounded("--connections", "How many connections send at the same time", 8, 1, 64);

    public static Option<int> Bounded(string name, string description, int initial, int minimum, int maximum)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => initial };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is var value && (value < minimum || value > maximum))
            {
                result.AddError($"{name} takes a number from {minimum} to {maximum}, and this is {value}.");
            }
        });
        return option;
    }

    private static Uri? ParseEndpoint(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)
        {
            return endpoint;
        }

        result.AddError($"--endpoint takes an http URL of this machine, and this is '{text}'.");
        return null;
    }
}
