using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Reads whether a table has a stream.</summary>
internal static class StreamSettingsReader
{
    /// <summary>Null where the request does not say.</summary>
    /// <exception cref="AwsException">Flag and view type do not fit.</exception>
    public static StreamSettings? Read(JsonInput table)
    {
        if (table.Object("StreamSpecification") is not { } input)
        {
            return null;
        }

        var isEnabled = input.Flag("StreamEnabled") ?? throw DynamoDbErrors.NullMember("streamSpecification.streamEnabled");
        var view = input.Text("StreamViewType");
        if (view is not (null or "NEW_IMAGE" or "OLD_IMAGE" or "NEW_AND_OLD_IMAGES" or "KEYS_ONLY"))
        {
            throw DynamoDbErrors.NotInSet(view, "streamSpecification.streamViewType", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");
        }

        return isEnabled == view is not null
            ? new StreamSettings(isEnabled, view)
            : throw DynamoDbErrors.InvalidParameter(isEnabled
                ? "StreamViewType is required when StreamEnabled is true"
                : "StreamViewType cannot be specified when StreamEnabled is false");
    }
}
