using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Settings;

/// <summary>Reads and checks what a request, or a template in the same form, says about a new delivery stream.</summary>
internal static class SettingsReader
{
    private const string S3 = "ExtendedS3DestinationConfiguration";

    private static readonly string[] s_otherDestinations =
    [
        "S3DestinationConfiguration", "RedshiftDestinationConfiguration", "ElasticsearchDestinationConfiguration", "SplunkDestinationConfiguration",
        "AmazonopensearchserviceDestinationConfiguration", "AmazonOpenSearchServerlessDestinationConfiguration", "HttpEndpointDestinationConfiguration",
        "SnowflakeDestinationConfiguration", "IcebergDestinationConfiguration", "MSKSourceConfiguration", "DatabaseSourceConfiguration", "DirectPutSourceConfiguration",
    ];

    /// <exception cref="AwsException">The settings are not valid, or not emulated.</exception>
    public static DeliverySettings Read(FirehoseInput request)
    {
        foreach (var other in s_otherDestinations)
        {
            if (request.Has(other))
            {
                throw FirehoseErrors.NotEmulated(other);
            }
        }

        var s3 = request.Object(S3) ?? throw FirehoseErrors.InvalidArgument("Exactly one destination configuration is supported for a Firehose.");
        var settings = Of(NameIn(request), SourceIn(request), s3);
        Check(settings, s3);
        return settings;
    }

    private static string NameIn(FirehoseInput request)
    {
        var name = request.Required("DeliveryStreamName");
        return name.Length is > 0 and <= FirehoseLimits.NameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')
            ? name
            : throw FirehoseErrors.Constraint("deliveryStreamName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ and have length 1 to 64");
    }

    private static SourceSettings? SourceIn(FirehoseInput request)
    {
        var source = request.Object("KinesisStreamSourceConfiguration");
        return request.Text("DeliveryStreamType") switch
        {
            null or "DirectPut" when source is null => null,
            null or "DirectPut" => throw FirehoseErrors.InvalidArgument("KinesisStreamSourceConfiguration is not supported for DirectPut."),
            "KinesisStreamAsSource" => source is { } configuration
                ? new SourceSettings(Arn(configuration, "KinesisStreamARN"), Arn(configuration, "RoleARN"))
                : throw FirehoseErrors.InvalidArgument("KinesisStreamSourceConfiguration is missing."),
            var other => throw FirehoseErrors.NotEmulated($"The delivery stream type {other}"),
        };
    }

    private static string Arn(FirehoseInput source, string name) => source.Required(name) is var arn && arn.StartsWith("arn:", StringComparison.Ordinal)
        ? arn
        : throw FirehoseErrors.Constraint($"kinesisStreamSourceConfiguration.{char.ToLowerInvariant(name[0])}{name[1..]}", "Member must satisfy regular expression pattern: arn:.*");

    private static DeliverySettings Of(string name, SourceSettings? source, FirehoseInput s3)
    {
        var (prefix, errorPrefix) = (s3.Text("Prefix"), s3.Text("ErrorOutputPrefix"));
        if (errorPrefix is null && prefix?.Contains("!{", StringComparison.Ordinal) == true)
        {
            throw FirehoseErrors.InvalidArgument("The prefix has expressions; ErrorOutputPrefix must then be given.");
        }

        var buffering = s3.Object("BufferingHints");
        var partitioned = s3.Object("DynamicPartitioningConfiguration")?.Flag("Enabled") == true;
        return new DeliverySettings
        {
            Name = name,
            Source = source,
            RoleArn = s3.Required("RoleARN"),
            BucketArn = s3.Required("BucketARN"),
            Prefix = ObjectPrefix.OfObjects(prefix),
            ErrorPrefix = ObjectPrefix.OfErrors(errorPrefix, prefix),
            BufferMegabytes = (int)InRange("SizeInMBs", buffering?.Number("SizeInMBs") ?? (partitioned ? 128 : 5), partitioned ? 64 : 1, 128),
            BufferInterval = TimeSpan.FromSeconds(InRange("IntervalInSeconds", buffering?.Number("IntervalInSeconds") ?? 300, 0, 900)),
            IsGzip = IsGzip(s3.Text("CompressionFormat")),
            FileExtension = s3.Text("FileExtension"),
            Transform = ProcessorReader.Read(s3.Object("ProcessingConfiguration")),
            IsPartitioned = partitioned,
        };
    }

    private static bool IsGzip(string? format) => format switch
    {
        null or "UNCOMPRESSED" => false,
        "GZIP" => true,
        "ZIP" or "Snappy" or "HADOOP_SNAPPY" => throw FirehoseErrors.NotEmulated($"The compression format {format}"),
        _ => throw FirehoseErrors.Constraint("extendedS3DestinationConfiguration.compressionFormat", "Member must satisfy enum value set: [GZIP, ZIP, UNCOMPRESSED, HADOOP_SNAPPY, Snappy]"),
    };

    private static void Check(DeliverySettings settings, FirehoseInput s3)
    {
        var keys = settings.Prefix.PartitionKeys.ToList();
        if (keys.Count > 0 && (!settings.IsPartitioned || settings.Transform is null))
        {
            throw FirehoseErrors.InvalidArgument("The prefix has !{partitionKeyFromLambda:…}, which needs DynamicPartitioningConfiguration to be enabled and a Lambda processor.");
        }

        if (settings.IsPartitioned && keys.Count == 0)
        {
            throw FirehoseErrors.InvalidArgument("Dynamic partitioning is enabled, but the prefix has no partition key.");
        }

        foreach (var name in new[] { "S3BackupConfiguration", "DataFormatConversionConfiguration" })
        {
            if (s3.Object(name) is { } other && other.Flag("Enabled") != false)
            {
                throw FirehoseErrors.NotEmulated(name);
            }
        }

        if (s3.Text("CustomTimeZone") is { } zone and not "UTC")
        {
            throw FirehoseErrors.NotEmulated($"The time zone {zone}");
        }
    }

    private static long InRange(string name, long value, long least, long most) => value >= least && value <= most
        ? value
        : throw FirehoseErrors.InvalidArgument(FormattableString.Invariant($"BufferingHints: {name} must be {least} to {most}, but is {value}."));
}
