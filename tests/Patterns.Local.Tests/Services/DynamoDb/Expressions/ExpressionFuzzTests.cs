using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

public sealed class ExpressionFuzzTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(80);

    private static readonly string[] Pieces =
    [
        "a", "b", "name", "#a", "#undefined", ":v", ":n", ":l", ":s", ":undefined", "(", ")", "[", "]", "0", "1", "99999999999", ".", ",", "=", "<>", "<", "<=",
        ">", ">=", "+", "-", " AND ", " OR ", " NOT ", " BETWEEN ", " IN ", " SET ", " REMOVE ", " ADD ", " DELETE ", "attribute_exists(", "attribute_type(",
        "begins_with(", "contains(", "size(", "if_not_exists(", "list_append(", "foo(", "_", "#", ":", "\"", "ü", "😀", "\0", " ", "\n",
    ];

    private static readonly string[] Phrases =
    [
        "a = :v", "b < :n", "(", ")", " AND ", " OR ", " NOT ", "a.b[0]", "size(a)", "attribute_exists(b)", "contains(a, :v)", "begins_with(b, :v)",
        "a IN (:v, :n)", "a BETWEEN :n AND :n", "SET a = :v", "SET b = b + :n", " REMOVE a, b[0]", " ADD a :n", " DELETE b :s", ", ", "b = list_append(b, :l)",
        "a = if_not_exists(a, :v)", "pk = :v", " AND sk > :v", "#a",
    ];

    private static readonly Item Sample = PlainItem.Parse("""{"a":{"b":[1,"x"]},"b":[{"c":1},2],"pk":"x","s":{"SS":["x"]}}""");

    [Fact]
    public void Random_bytes_are_an_expression_or_a_validation_error() =>
        Prop.ForAll<byte[]>(bytes => IsExpressionOrError(Encoding.Latin1.GetString(bytes)) && IsExpressionOrError(Encoding.UTF8.GetString(bytes))).Check(Runs);

    [Fact]
    public void Random_text_is_an_expression_or_a_validation_error() =>
        Prop.ForAll<NonNull<string>>(text => IsExpressionOrError(text.Get)).Check(Runs);

    [Fact]
    public void Random_tokens_are_an_expression_or_a_validation_error() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).ToArbitrary(), pieces => IsExpressionOrError(string.Concat(pieces))).Check(Runs);

    [Fact]
    public void Random_phrases_are_an_expression_or_a_validation_error() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Phrases)).ToArbitrary(), phrases =>
            IsExpressionOrError(string.Concat(phrases)) && IsExpressionOrError(string.Join(" AND ", phrases)) && IsExpressionOrError($"SET {string.Join(", ", phrases)}")).Check(Runs);

    [Fact]
    public void Damaged_expressions_are_an_expression_or_a_validation_error() =>
        Prop.ForAll(Gen.Elements(Phrases).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 127).ToArbitrary(), (phrase, at, character) =>
            IsExpressionOrError(phrase.Insert(at % (phrase.Length + 1), $"{(char)character}")) && IsExpressionOrError(phrase.Remove(at % phrase.Length, 1))).Check(Runs);

    private static bool IsExpressionOrError(string text) =>
        IsSuccessOrError(scope => ConditionExpression.Parse(scope, text, "ConditionExpression").Matches(Sample))
        && IsSuccessOrError(scope => UpdateExpression.Parse(scope, text).Apply(Sample))
        && IsSuccessOrError(scope => ProjectionExpression.Parse(scope, text).Apply(Sample))
        && IsSuccessOrError(scope => KeyConditionExpression.Parse(scope, text, "pk", "sk").Range?.Contains(new BinaryValue(Array.Empty<byte>())));

    private static bool IsSuccessOrError(Func<ExpressionScope, object?> use)
    {
        var scope = new ExpressionScope(
            new Dictionary<string, string> { ["#a"] = "a" },
            PlainItem.Parse("""{":v":{"B":"AQ=="},":n":{"B":"Ag=="},":l":["x"],":s":{"SS":["x"]}}""").Attributes);
        try
        {
            use(scope);
            return true;
        }
        catch (AwsException error)
        {
            return error is { Code: "ValidationException", Message.Length: > 0 };
        }
    }
}
