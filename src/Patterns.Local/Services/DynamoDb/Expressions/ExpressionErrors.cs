using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>The service's errors about one expression of a request, named by its parameter.</summary>
internal readonly struct ExpressionErrors(string parameter)
{
    public string Parameter { get; } = parameter;

    public AwsException Empty() => Invalid("The expression can not be empty;");

    public AwsException TooLong(int bytes) =>
        Invalid($"Expression size has exceeded the maximum allowed size; expression size: {bytes}");

    public AwsException Syntax(string token, string near) => Invalid($"Syntax error; token: \"{token}\", near: \"{near}\"");

    public AwsException RedundantParentheses() => Invalid("The expression has redundant parentheses;");

    public AwsException TooManyOperators(int count) => Invalid($"The expression contains too many operators; operator count: {count}");

    public AwsException ReservedWord(string name) => Invalid($"Attribute name is a reserved keyword; reserved keyword: {name}");

    public AwsException ListIndex(string digits) => Invalid($"List index is not within the allowable range; index: [{digits}]");

    public AwsException PathTooDeep(int levels) => Invalid($"The document path has too many nesting levels; nesting levels: {levels}");

    public AwsException UnknownFunction(string function) => Invalid($"Invalid function name; function: {function}");

    public AwsException FunctionInCondition(string function) =>
        Invalid($"The function is not allowed in a condition expression; function: {function}");

    public AwsException FunctionInUpdate(string function) =>
        Invalid($"The function is not allowed in an update expression; function: {function}");

    public AwsException MisusedFunction(string function) =>
        Invalid($"The function is not allowed to be used this way in an expression; function: {function}");

    public AwsException RepeatedSection(string section) =>
        Invalid($"The \"{section}\" section can only be used once in an update expression;");

    public AwsException UndefinedName(string placeholder) =>
        Invalid($"An expression attribute name used in the document path is not defined; attribute name: {placeholder}");

    public AwsException UndefinedValue(string placeholder) =>
        Invalid($"An expression attribute value used in expression is not defined; attribute value: {placeholder}");

    public AwsException OperandCount(string function, int count) => Invalid(
        $"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}");

    public AwsException OperandType(string function, string type) => Invalid(
        $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");

    public AwsException ClauseOperandType(string clause, string type) => Invalid(
        $"Incorrect operand type for operator or function; operator: {clause}, operand type: {type}, typeSet: ALLOWED_FOR_{clause}_OPERAND");

    public AwsException PathRequired(string function) =>
        Invalid($"Operator or function requires a document path; operator or function: {function}");

    public AwsException NotDistinct(string function, object path) => Invalid(
        $"The first operand must be distinct from the remaining operands for this operator or function; operator: {function}, first operand: {path}");

    public AwsException TypeName(string name) =>
        Invalid($"Invalid attribute type name found; type: {name}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");

    public AwsException BoundTypes(AttributeValue low, AttributeValue high) =>
        Invalid($"The BETWEEN operator requires same data type for lower and upper bounds; {Bounds(low, high)}");

    public AwsException BoundOrder(AttributeValue low, AttributeValue high) =>
        Invalid($"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {Bounds(low, high)}");

    public AwsException TooManyCandidates(int count) =>
        Invalid($"The IN operator is provided with too many operands; number of operands: {count}");

    public AwsException Overlap(object first, object second) => Invalid(
        $"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}");

    public AwsException Conflict(object first, object second) => Invalid(
        $"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}");

    private static string Bounds(AttributeValue low, AttributeValue high) =>
        $"lower bound operand: AttributeValue: {Describe(low)}, upper bound operand: AttributeValue: {Describe(high)}";

    private static string Describe(AttributeValue value) => $"{{{value.Type}:{ValueText.Of(value)}}}";

    private AwsException Invalid(string reason) => ValueErrors.Validation($"Invalid {Parameter}: {reason}");
}
