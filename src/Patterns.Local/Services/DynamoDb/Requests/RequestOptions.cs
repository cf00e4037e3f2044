namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Parameters that have a few words for values.</summary>
internal static class RequestOptions
{
    /// <exception cref="AwsException">It is none of the words.</exception>
    public static ReturnValues ReturnValues(string? text) => text switch
    {
        null or "NONE" => Requests.ReturnValues.None,
        "ALL_OLD" => Requests.ReturnValues.AllOld,
        "UPDATED_OLD" => Requests.ReturnValues.UpdatedOld,
        "ALL_NEW" => Requests.ReturnValues.AllNew,
        "UPDATED_NEW" => Requests.ReturnValues.UpdatedNew,
        _ => throw DynamoDbErrors.NotInSet(text, "returnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"),
    };

    /// <summary>For writes that do not know the item after them.</summary>
    /// <returns>Whether the item before is wanted.</returns>
    /// <exception cref="AwsException">It is none of the words, or one for updates only.</exception>
    public static bool ReturnsOld(string? text) => ReturnValues(text) switch
    {
        Requests.ReturnValues.None => false,
        Requests.ReturnValues.AllOld => true,
        _ => throw DynamoDbErrors.Validation("ReturnValues can only be ALL_OLD or NONE"),
    };

    /// <summary>Metrics are not emulated, so no answer has them.</summary>
    /// <exception cref="AwsException">It is none of the words.</exception>
    public static void CheckMetrics(string? text)
    {
        if (text is not (null or "NONE" or "SIZE"))
        {
            throw DynamoDbErrors.NotInSet(text, "returnItemCollectionMetrics", "SIZE", "NONE");
        }
    }

    /// <exception cref="AwsException">It is none of the words.</exception>
    public static bool ShowsItemOnFailure(string? text) => text switch
    {
        null or "NONE" => false,
        "ALL_OLD" => true,
        _ => throw DynamoDbErrors.NotInSet(text, "returnValuesOnConditionCheckFailure", "ALL_OLD", "NONE"),
    };
}
