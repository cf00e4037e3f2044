namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>The parameters that expressions have replaced. The document and object models of the SDKs still send them.</summary>
internal sealed class LegacyParameters
{
    public List<string>? AttributesToGet { get; set; }

    public Dictionary<string, LegacyCondition>? Expected { get; set; }

    public Dictionary<string, LegacyCondition>? KeyConditions { get; set; }

    /// <summary><c>QueryFilter</c> or <c>ScanFilter</c>.</summary>
    public Dictionary<string, LegacyCondition>? Filter { get; set; }

    public Dictionary<string, LegacyUpdate>? AttributeUpdates { get; set; }

    public string? ConditionalOperator { get; set; }

    /// <summary>The names of those that the request has.</summary>
    public IEnumerable<string> Names(string filterName)
    {
        if (AttributesToGet is not null)
        {
            yield return nameof(AttributesToGet);
        }

        if (AttributeUpdates is not null)
        {
            yield return nameof(AttributeUpdates);
        }

        if (Filter is not null)
        {
            yield return filterName;
        }

        if (Expected is not null)
        {
            yield return nameof(Expected);
        }

        if (ConditionalOperator is not null)
        {
            yield return nameof(ConditionalOperator);
        }

        if (KeyConditions is not null)
        {
            yield return nameof(KeyConditions);
        }
    }
}
