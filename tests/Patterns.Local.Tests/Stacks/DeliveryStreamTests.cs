using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Tests.Stacks;

/// <summary>From a template to a file in the folder of a bucket.</summary>
public sealed class DeliveryStreamTests
{
    [Fact]
    public async Task A_delivery_stream_of_a_template_writes_into_the_folder_of_its_bucket()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Bucket: { Type: AWS::S3::Bucket }
              Clicks:
                Type: AWS::KinesisFirehose::DeliveryStream
                Properties:
                  ExtendedS3DestinationConfiguration:
                    BucketARN: !GetAtt Bucket.Arn
                    RoleARN: arn:aws:iam::000000000000:role/r
                    BufferingHints: { SizeInMBs: "1", IntervalInSeconds: 900 }
                    Prefix: clicks/
            Outputs:
              Bucket: { Value: !Ref Bucket }
              Clicks: { Value: !Ref Clicks }
            """);
        var stream = stack.Runner.Account.Firehose.Find(stack.Output("Clicks"));

        stream.Add("a\n"u8.ToArray());
        await stream.FlushAsync();

        var folder = Path.Combine(stack.Runner.Account.Objects.FolderOf(stack.Output("Bucket")), "clicks");
        Assert.Equal("a\n", File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories))));
    }

    [Fact]
    public async Task A_delivery_stream_of_a_template_reads_the_stream_that_is_its_source()
    {
        await using var stack = await TestStack.StartAsync("""
            Resources:
              Bucket: { Type: AWS::S3::Bucket }
              Events: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 2 } }
              Archive:
                Type: AWS::KinesisFirehose::DeliveryStream
                Properties:
                  DeliveryStreamType: KinesisStreamAsSource
                  KinesisStreamSourceConfiguration:
                    KinesisStreamARN: !GetAtt Events.Arn
                    RoleARN: arn:aws:iam::000000000000:role/reader
                  ExtendedS3DestinationConfiguration:
                    BucketARN: !GetAtt Bucket.Arn
                    RoleARN: arn:aws:iam::000000000000:role/r
            Outputs:
              Bucket: { Value: !Ref Bucket }
              Events: { Value: !Ref Events }
              Archive: { Value: !Ref Archive }
            """);
        var delivery = stack.Runner.Account.Firehose.Find(stack.Output("Archive"));

        stack.Runner.Account.Kinesis.Find(stack.Output("Events")).Put(new NewRecord("k", HashKey.Of("k"), "a\n"u8.ToArray()));
        delivery.StopReading();
        await delivery.FlushAsync();

        var folder = stack.Runner.Account.Objects.FolderOf(stack.Output("Bucket"));
        Assert.Equal("a\n", File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories))));
    }
}
