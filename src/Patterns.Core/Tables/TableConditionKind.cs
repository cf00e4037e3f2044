namespace Patterns.Tables;

/// <summary>What a <see cref="TableCondition"/> asks.</summary>
public enum TableConditionKind
{
    /// <summary>The item is there.</summary>
    ItemExists,

    /// <summary>The attribute is there.</summary>
    Exists,

    /// <summary>The attribute has the value.</summary>
    Equal,

    /// <summary>The attribute is there, of the value's kind, and less.</summary>
    Less,

    /// <summary>The attribute is there, of the value's kind, and not greater.</summary>
    LessOrEqual,

    /// <summary>The attribute is there, of the value's kind, and greater.</summary>
    Greater,

    /// <summary>The attribute is there, of the value's kind, and not less.</summary>
    GreaterOrEqual,

    /// <summary>The attribute is a set that has the text.</summary>
    Contains,

    /// <summary>The item is there and expires at the moment of the value (Unix time in seconds) or before.</summary>
    Expired,

    /// <summary>All operands hold.</summary>
    And,

    /// <summary>At least one operand holds.</summary>
    Or,

    /// <summary>The operand does not hold.</summary>
    Not,
}
