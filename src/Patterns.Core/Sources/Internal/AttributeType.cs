namespace Patterns.Sources.Internal;

internal enum AttributeType
{
    Text,
    Number,
    Binary,
    Boolean,
    Null,
    Map,
    List,
    TextSet,
    NumberSet,
}
