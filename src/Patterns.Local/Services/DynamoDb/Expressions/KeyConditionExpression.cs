using Patterns.Local.Services.DynamoDb.Expressions.Conditions;
using Patterns.Local.Services.DynamoDb.Expressions.Keys;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>What a query asks of the key: one partition, and a range in it.</summary>
internal sealed class KeyConditionExpression
{
    private static readonly ParsedExpressions<ExpressionSyntax> Parsed = new(ConditionParser.Parse);

    private KeyConditionExpression(AttributeValue partition, SortKeyRange? range) => (Partition, Range) = (partition, range);

    /// <param name="scope">The request's placeholders.</param>
    /// <param name="text">The expression.</param>
    /// <param name="partitionKey">The name of the partition key of the table or index.</param>
    /// <param name="sortKey">The name of its sort key; null for none.</param>
    /// <exception cref="AwsException"><c>ValidationException</c> with the service's text.</exception>
    public static KeyConditionExpression Parse(ExpressionScope scope, string text, string partitionKey, string? sortKey)
    {
        scope.CheckPlaceholders();
        var errors = new ExpressionErrors("KeyConditionExpression");
        var syntax = Parsed.Get(text, errors);
        new ConditionBinder(scope, errors).Bind(syntax);
        var reader = new KeyTermReader(new ConditionBinder(scope, errors));
        reader.Read(syntax);
        return Create(reader.Terms, partitionKey, sortKey);
    }

    public AttributeValue Partition { get; }

    /// <summary>Null for the whole partition.</summary>
    public SortKeyRange? Range { get; }

    private static KeyConditionExpression Create(IReadOnlyList<KeyTerm> terms, string partitionKey, string? sortKey)
    {
        if (terms.Count > 2)
        {
            throw KeyErrors.TooMany();
        }

        if (terms.Count == 2 && sortKey is null)
        {
            throw KeyErrors.Unsupported();
        }

        var partition = Find(terms, partitionKey) ?? throw KeyErrors.Missing(partitionKey);
        if (!partition.IsEquality)
        {
            throw KeyErrors.Unsupported();
        }

        var sort = terms.Count == 1 ? null : Find(terms, sortKey!) ?? throw KeyErrors.Missing(sortKey!);
        return new KeyConditionExpression(partition.Values[0], sort?.ToRange());
    }

    private static KeyTerm? Find(IReadOnlyList<KeyTerm> terms, string key) => terms.FirstOrDefault(term => term.Attribute == key);
}
