using System.Globalization;
using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>Reads the processor that hands records to a function.</summary>
internal static class ProcessorReader
{
    /// <exception cref="AwsException">There is a processor of another kind, or a parameter is not valid.</exception>
    public static TransformSettings? Read(FirehoseInput? processing)
    {
        if (processing is not { } configuration || configuration.Flag("Enabled") != true)
        {
            return null;
        }

        var processors = configuration.Objects("Processors") ?? [];
        foreach (var type in processors.Select(processor => processor.Required("Type")).Where(type => type != "Lambda"))
        {
            throw FirehoseErrors.NotEmulated($"The processor {type}");
        }

        return processors.Count switch
        {
            0 => null,
            1 => Of(Parameters(processors[0])),
            _ => throw FirehoseErrors.InvalidArgument("Only one Lambda processor is supported."),
        };
    }

    private static Dictionary<string, string> Parameters(FirehoseInput processor) => (processor.Objects("Parameters") ?? [])
        .ToDictionary(parameter => parameter.Required("ParameterName"), parameter => parameter.Required("ParameterValue"), StringComparer.Ordinal);

    private static TransformSettings Of(Dictionary<string, string> parameters)
    {
        var settings = new TransformSettings(parameters.GetValueOrDefault("LambdaArn") ?? throw FirehoseErrors.InvalidArgument("The Lambda processor has no LambdaArn."));
        return settings with
        {
            BufferMegabytes = Number(parameters, "BufferSizeInMBs", 0.2, 3) ?? settings.BufferMegabytes,
            BufferInterval = Number(parameters, "BufferIntervalInSeconds", 0, 900) is { } seconds ? TimeSpan.FromSeconds(seconds) : settings.BufferInterval,
            Retries = (int)(Number(parameters, "NumberOfRetries", 0, 300) ?? settings.Retries),
        };
    }

    private static double? Number(Dictionary<string, string> parameters, string name, double least, double most)
    {
        if (!parameters.TryGetValue(name, out var text))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw FirehoseErrors.InvalidArgument(FormattableString.Invariant($"{name} must be {least} to {most}, but is {text}."));
    }
}
