using Amazon.Lambda.Core;

namespace Contracts.Tests.Core;

public sealed class LambdaLoggerTests
{
    [Fact]
    public void A_logger_needs_only_lines_and_every_overload_ends_in_one()
    {
        var recording = new RecordingLogger();
        ILambdaLogger logger = recording;
        var error = new InvalidOperationException("broken");

        logger.LogInformation("plain");
        logger.LogWarning("order {Id}", 7);
        logger.Log(LogLevel.Debug, "level");
        logger.Log("Custom", "order {Id} of {Count}", 7, 9);
        logger.LogError(error, "failed {Id}", 7);

        Assert.Equal(
            ["plain", "order {Id} Arguments: \"7\"", "level", "order {Id} of {Count} Arguments: \"7\" \"9\"", "failed {Id} Arguments: \"7\"", error.ToString()],
            recording.Lines);
    }

    [Fact]
    public void A_context_needs_none_of_the_later_members()
    {
        ILambdaContext context = new MinimalContext();

        Assert.Equal((string.Empty, string.Empty), (context.TenantId, context.TraceId));
        Assert.Null(context.Serializer);
    }
}
