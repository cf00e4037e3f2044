namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

internal static class KeyConditionCases
{
    public const string Results = """"
        names: #p=pk #s=sk
        values: {":p":"p",":a":"a",":b":"b",":n":1}

        pk = :p                                   => p
        :p = pk                                   => p
        (pk = :p)                                 => p
        (pk) = (:p)                               => p
        #p = :p                                   => p
        pk = :n                                   => 1
        pk = :p AND sk = :a                       => p [a,a]
        sk = :a AND pk = :p                       => p [a,a]
        pk = :p and sk = :n                       => p [1,1]
        pk = :p AND sk < :a                       => p (,a)
        pk = :p AND sk <= :a                      => p (,a]
        pk = :p AND sk > :a                       => p (a,)
        pk = :p AND sk >= :a                      => p [a,)
        pk = :p AND :a < sk                       => p (a,)
        pk = :p AND :a <= sk                      => p [a,)
        pk = :p AND :a > sk                       => p (,a)
        pk = :p AND :a >= sk                      => p (,a]
        pk = :p AND :a = sk                       => p [a,a]
        pk = :p AND sk BETWEEN :a AND :b          => p [a,b]
        sk BETWEEN :a AND :b AND pk = :p          => p [a,b]
        pk = :p AND sk BETWEEN :a AND :a          => p [a,a]
        pk = :p AND begins_with(sk, :a)           => p a*
        begins_with(#s, :a) AND #p = :p           => p a*
        (pk = :p) AND (sk >= :a)                  => p [a,)
        (pk = :p AND sk >= :a)                    => p [a,)
        ((pk = :p) AND (begins_with(sk, :a)))     => p a*
        """";

    public const string Errors = """"
        names: #p=pk #s=sk
        values: {":p":"p",":a":"a",":b":"b",":n":1,":t":"S"}

        // Malformed as any condition
        things are not gonna be ok                => error: Syntax error; token: "are", near: "things are not"
        pk > 4                                    => error: Syntax error; token: "4", near: "> 4"
        pk = :p AND                               => error: Syntax error; token: "<EOF>", near: "AND"
        ((pk = :p))                               => error: The expression has redundant parentheses;
        pk = :x                                   => error: An expression attribute value used in expression is not defined; attribute value: :x
        #x = :p                                   => error: An expression attribute name used in the document path is not defined; attribute name: #x
        beginsWith(sk, :a)                        => error: Invalid function name; function: beginsWith
        pk = :p AND begins_with(sk, :n)           => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
        pk = :p AND sk BETWEEN :a AND :n          => error: The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:1}
        pk = :p AND sk BETWEEN :b AND :a          => error: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}
        data = :p                                 => error: Attribute name is a reserved keyword; reserved keyword: data
        attribute_type(pk, sk)                    => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}
        pk = pk                                   => error: The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [pk]

        // Not a condition on a key
        a > b and size(b) > c or a > c            => error! Invalid operator used in KeyConditionExpression: OR
        a in (b, size(c), d)                      => error! Invalid operator used in KeyConditionExpression: IN
        attribute_exists(a)                       => error! Invalid operator used in KeyConditionExpression: attribute_exists
        attribute_not_exists(a)                   => error! Invalid operator used in KeyConditionExpression: attribute_not_exists
        attribute_type(a, :t)                     => error! Invalid operator used in KeyConditionExpression: attribute_type
        contains(a.d, b)                          => error! Invalid operator used in KeyConditionExpression: contains
        not a > b                                 => error! Invalid operator used in KeyConditionExpression: NOT
        a <> b                                    => error! Invalid operator used in KeyConditionExpression: <>
        pk = :p AND sk <> :a                      => error! Invalid operator used in KeyConditionExpression: <>
        pk = :p AND (sk = :a OR sk = :b)          => error! Invalid operator used in KeyConditionExpression: OR
        pk = :p AND NOT sk = :a                   => error! Invalid operator used in KeyConditionExpression: NOT
        :a between size(b) and size(a) and b > :b => error! Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand
        begins_with(:a, b) and a > :b             => error! Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand
        size(b) > a AND a.b > b AND b > c         => error! KeyConditionExpressions cannot contain nested operations
        a > size(b.d)                             => error! KeyConditionExpressions cannot contain nested operations
        a between size(b) and size(a)             => error! KeyConditionExpressions cannot contain nested operations
        b > a.b                                   => error! Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
        b between c[1] and d                      => error! Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
        a between b and size(a)                   => error! Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
        begins_with(a, b)                         => error! Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
        b.d > a AND c.d > e.f                     => error! KeyConditionExpressions cannot have conditions on nested attributes
        a.d > c                                   => error! KeyConditionExpressions cannot have conditions on nested attributes
        b[0] > a                                  => error! KeyConditionExpressions cannot have conditions on nested attributes
        :b > :a AND a < :b                        => error! Invalid condition in KeyConditionExpression: No key attribute specified
        :a > b AND :a < :b                        => error! Invalid condition in KeyConditionExpression: No key attribute specified
        b > :a AND b < :a and c = :a and d = :a   => error! KeyConditionExpressions must only contain one condition per key
        (a > :a and b > :a) and (b > :a and c > :a) => error! KeyConditionExpressions must only contain one condition per key
        pk = :p AND #p = :a                       => error! KeyConditionExpressions must only contain one condition per key
        :a = a and b = :a and :a = c              => error! Conditions can be of length 1 or 2 only
        (a > :a and b > :a) and (c > :a and d > :a) and (e > :a and f > :a) => error! Conditions can be of length 1 or 2 only

        // Not a condition on this key
        sk = :a                                   => error! Query condition missed key schema element: pk
        z between :a and :b                       => error! Query condition missed key schema element: pk
        sk = :a AND z = :a                        => error! Query condition missed key schema element: pk
        pk = :p AND z = :a                        => error! Query condition missed key schema element: sk
        pk > :p                                   => error! Query key condition not supported
        pk < :p                                   => error! Query key condition not supported
        :p <= pk                                  => error! Query key condition not supported
        :p >= pk                                  => error! Query key condition not supported
        begins_with(pk, :p)                       => error! Query key condition not supported
        pk between :a and :b                      => error! Query key condition not supported
        pk > :p AND sk = :a                       => error! Query key condition not supported
        """";
}
