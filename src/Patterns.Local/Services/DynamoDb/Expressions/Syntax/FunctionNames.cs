namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>The functions of expressions; their names are case-sensitive.</summary>
internal static class FunctionNames
{
    public const string Exists = "attribute_exists";
    public const string NotExists = "attribute_not_exists";
    public const string TypeIs = "attribute_type";
    public const string BeginsWith = "begins_with";
    public const string Contains = "contains";
    public const string Size = "size";
    public const string IfNotExists = "if_not_exists";
    public const string ListAppend = "list_append";

    /// <summary>Whether the function is a condition of its own.</summary>
    public static bool IsCondition(string function) => function is Exists or NotExists or TypeIs or BeginsWith or Contains;

    public static bool IsUpdate(string function) => function is IfNotExists or ListAppend;

    public static bool IsKnown(string function) => IsCondition(function) || IsUpdate(function) || function == Size;

    public static int CountOperands(string function) => function is Exists or NotExists or Size ? 1 : 2;
}
