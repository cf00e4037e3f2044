using static Patterns.Local.Templates.Schema.PropertyRule;

namespace Patterns.Local.Templates.Schema;

internal static class FirehoseSchemas
{
    public static readonly ResourceSchema DeliveryStream = ResourceSchema.Emulated(
        "AWS::KinesisFirehose::DeliveryStream",
        [
            Text("DeliveryStreamName"),
            OneOf("DeliveryStreamType", "DirectPut", "KinesisStreamAsSource"),
            Map("KinesisStreamSourceConfiguration", Any("KinesisStreamARN").Required, Any("RoleARN").Required),
            ExtendedS3,
            .. NotEmulated(
                "AmazonOpenSearchServerlessDestinationConfiguration", "AmazonopensearchserviceDestinationConfiguration", "DatabaseSourceConfiguration",
                "DirectPutSourceConfiguration", "ElasticsearchDestinationConfiguration", "HttpEndpointDestinationConfiguration",
                "IcebergDestinationConfiguration", "MSKSourceConfiguration", "RedshiftDestinationConfiguration", "S3DestinationConfiguration",
                "SnowflakeDestinationConfiguration", "SplunkDestinationConfiguration"),
            .. NoLocalMeaning("DeliveryStreamEncryptionConfigurationInput", "Tags"),
        ])
        .WithAttributes("Arn");

    private static PropertyRule ExtendedS3 => Map(
        "ExtendedS3DestinationConfiguration",
        [
            Any("BucketARN").Required,
            Any("RoleARN").Required,
            Map("BufferingHints", Number("IntervalInSeconds", 0, 900), Number("SizeInMBs", 1, 128)),
            OneOf("CompressionFormat", "UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"),
            Text("Prefix"),
            Text("ErrorOutputPrefix"),
            Text("FileExtension"),
            Text("CustomTimeZone"),
            Map("DynamicPartitioningConfiguration", [Flag("Enabled"), .. NoLocalMeaning("RetryOptions")]),
            Map("ProcessingConfiguration", Flag("Enabled"), List("Processors", Text("Type").Required, List("Parameters", Text("ParameterName").Required, Any("ParameterValue").Required))),
            .. NotEmulated("DataFormatConversionConfiguration", "S3BackupConfiguration", "S3BackupMode"),
            .. NoLocalMeaning("CloudWatchLoggingOptions", "EncryptionConfiguration"),
        ]);
}
