namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

internal static class UpdateCases
{
    public const string Results = """"
        names: #n=name #d=a.b #i=0
        item: {"k":1}
        values: {":n":5,":s":"x",":l":["a"],":el":[],":m":{"q":1},":ss":{"SS":["x","y"]},":ns":{"NS":["1"]},":half":0.5,":nil":null,":yes":true,":e":""}

        // SET on top-level attributes
        SET a = :n                               => {"k":1,"a":5}
        set a = :n                               => {"k":1,"a":5}
        SET a=:n,b=:s                            => {"k":1,"a":5,"b":"x"}
        SET k = :s                               => {"k":"x"}
        SET a = k                                => {"k":1,"a":1}
        SET a = (k)                              => {"k":1,"a":1}
        SET #n = :s                              => {"k":1,"name":"x"}
        SET #d = :s                              => {"k":1,"a.b":"x"}
        SET a = :nil, b = :yes, c = :e           => {"k":1,"a":null,"b":true,"c":""}
        SET a = :m, b = :l, c = :ss              => {"k":1,"a":{"q":1},"b":["a"],"c":{"SS":["y","x"]}}
        SET k = k                                => {"k":1}

        // Sums
        SET k = k + :n                           => {"k":6}
        SET k = k - :n                           => {"k":-4}
        SET k = :n - k                           => {"k":4}
        SET a = :n + :half                       => {"k":1,"a":5.5}
        SET a = k + k                            => {"k":1,"a":2}
        SET k = (k + :n)                         => {"k":6}
        SET k = (k) + (:n)                       => {"k":6}
        SET k = ((k) + (:n))                     => {"k":6}
        SET k = k+:n                             => {"k":6}
        SET k = k - :half                        => {"k":0.5}

        // if_not_exists
        SET a = if_not_exists(a, :n)             => {"k":1,"a":5}
        SET k = if_not_exists(k, :n)             => {"k":1}
        SET a = if_not_exists(k, :n)             => {"k":1,"a":1}
        SET a = if_not_exists(a, k)              => {"k":1,"a":1}
        SET a = if_not_exists(a, if_not_exists(b, :s)) => {"k":1,"a":"x"}
        SET k = if_not_exists(k, :half) + :n     => {"k":6}
        SET a = if_not_exists(a, :half) + :n     => {"k":1,"a":5.5}
        SET a = :n + if_not_exists(a, :half)     => {"k":1,"a":5.5}
        SET k = if_not_exists(k, gone)           => {"k":1}

        // All see the item as it was
        item: {"a":1,"b":2}
        SET a = b, b = a                         => {"a":2,"b":1}
        SET a = a + :n, b = a                    => {"a":6,"b":1}
        SET c = a REMOVE a                       => {"c":1,"b":2}
        REMOVE a SET c = a                       => {"c":1,"b":2}
        SET c = a ADD a :n                       => {"a":6,"b":2,"c":1}

        // Lists
        item: {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[0] = :s                            => {"l":["x","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[3] = :s                            => {"l":["a","b","c","x"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[10] = :s                           => {"l":["a","b","c","x"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[9] = :s, l[5] = :n                 => {"l":["a","b","c",5,"x"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[1] = l[2], l[2] = l[1]             => {"l":["a","c","b"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[0]                              => {"l":["b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[0], l[1]                        => {"l":["c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[1], l[0]                        => {"l":["c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[0], l[1], l[2]                  => {"l":[],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[7]                              => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE l[0] SET l[1] = :s                => {"l":["x","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l[3] = :s REMOVE l[0]                => {"l":["b","c","x"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET o.l[0] = :s                          => {"l":["a","b","c"],"o":{"l":["x",2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE o.l[0]                            => {"l":["a","b","c"],"o":{"l":[2]},"n":[[1,2],[3,4]],"x":5}
        REMOVE n[0], n[1][0]                     => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[4]],"x":5}
        REMOVE n[1][0], n[0]                     => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[4]],"x":5}
        REMOVE n[0][0] SET n[0][1] = :s, n[1][5] = :n => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[["x"],[3,4,5]],"x":5}
        SET l = list_append(l, :l)               => {"l":["a","b","c","a"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l = list_append(:l, l)               => {"l":["a","a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l = list_append(l, l)                => {"l":["a","b","c","a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l = list_append(l, :el)              => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l = list_append(if_not_exists(z, :el), :l) => {"l":["a"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET l = list_append(list_append(l, :l), :l) => {"l":["a","b","c","a","a"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":5}
        SET x = n[1][1] - x                      => {"l":["a","b","c"],"o":{"l":[1,2]},"n":[[1,2],[3,4]],"x":-1}

        // Maps
        item: {"m":{"a":1,"b":{"c":2}},"y":"s"}
        SET m.a = :s                             => {"m":{"a":"x","b":{"c":2}},"y":"s"}
        SET m.z = :s                             => {"m":{"a":1,"b":{"c":2},"z":"x"},"y":"s"}
        SET m.b.c = m.a, m.a = m.b.c             => {"m":{"a":2,"b":{"c":1}},"y":"s"}
        SET m.b.d = :s                           => {"m":{"a":1,"b":{"c":2,"d":"x"}},"y":"s"}
        SET m.#i = :s                            => {"m":{"a":1,"b":{"c":2},"0":"x"},"y":"s"}
        SET m.#d = :s                            => {"m":{"a":1,"b":{"c":2},"a.b":"x"},"y":"s"}
        REMOVE m.a                               => {"m":{"b":{"c":2}},"y":"s"}
        REMOVE m.b.c                             => {"m":{"a":1,"b":{}},"y":"s"}
        REMOVE m.zz                              => {"m":{"a":1,"b":{"c":2}},"y":"s"}
        REMOVE m                                 => {"y":"s"}
        REMOVE m, y                              => {}
        REMOVE gone                              => {"m":{"a":1,"b":{"c":2}},"y":"s"}
        SET z = m                                => {"m":{"a":1,"b":{"c":2}},"y":"s","z":{"a":1,"b":{"c":2}}}
        SET m.b = :n REMOVE y                    => {"m":{"a":1,"b":5}}
        ADD m.a :n                               => {"m":{"a":6,"b":{"c":2}},"y":"s"}
        ADD m.n :n                               => {"m":{"a":1,"b":{"c":2},"n":5},"y":"s"}

        // ADD and DELETE
        item: {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        values: {":n":5,":neg":-1,":ss":{"SS":["x","y"]},":all":{"SS":["a","x"]},":z":{"SS":["z"]},":ns":{"NS":["1.0","3"]},":bs":{"BS":["AQ==","Ag=="]}}
        ADD n :n                                 => {"n":6,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        ADD n :neg                               => {"n":0,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        ADD ss :ss                               => {"n":1,"ss":{"SS":["a","x","y"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        ADD ns :ns                               => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2","3"]},"bs":{"BS":["AQ=="]}}
        ADD bs :bs                               => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ==","Ag=="]}}
        ADD p :n, q :ss                          => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]},"p":5,"q":{"SS":["x","y"]}}
        DELETE ss :ss                            => {"n":1,"ss":{"SS":["a"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        DELETE ss :z                             => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        DELETE ss :all                           => {"n":1,"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        DELETE ns :ns                            => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["2"]},"bs":{"BS":["AQ=="]}}
        DELETE bs :bs                            => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]}}
        DELETE gone :ss                          => {"n":1,"ss":{"SS":["a","x"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AQ=="]}}
        SET a = :n REMOVE n ADD ss :ss DELETE ns :ns => {"a":5,"ss":{"SS":["a","x","y"]},"ns":{"NS":["2"]},"bs":{"BS":["AQ=="]}}
        DELETE ns :ns ADD ss :ss REMOVE n SET a = :n => {"a":5,"ss":{"SS":["a","x","y"]},"ns":{"NS":["2"]},"bs":{"BS":["AQ=="]}}

        // Everything at once
        item: {"a":"key","b":{"a":1,"b":2,"c":3},"c":[1,3]}
        values: {":a":2,":b":{"SS":["a"]}}
        set b.c=((c[1])+(b.a)),b.a = a,c[1] = a, c[4] = b.a - b.b, c[2] = b.c add c[8] :b, c[6] :a => {"a":"key","b":{"a":"key","b":2,"c":4},"c":[1,"key",3,-1,2,{"SS":["a"]}]}
        """";

    public const string Failures = """"
        names: #1=1
        item: {"a":"s","b":{"a":{"SS":["1"]}},"c":{"1":"a"},"d":["a","b"],"n":1,"ns":{"NS":["1"]},"most":99999999999999999999999999999999999999}
        values: {":a":{"SS":["a"]},":n":1,":ns":{"NS":["1"]},":bs":{"BS":["YQ=="]},":l":[],":tenth":0.1,":big":9e125}

        // The item's values do not fit
        SET e = gone                             => error! The provided expression refers to an attribute that does not exist in the item
        SET e = b.gone                           => error! The provided expression refers to an attribute that does not exist in the item
        SET e = d[2]                             => error! The provided expression refers to an attribute that does not exist in the item
        SET e = a.x                              => error! The provided expression refers to an attribute that does not exist in the item
        SET e = gone + :n                        => error! The provided expression refers to an attribute that does not exist in the item
        SET e = list_append(gone, :l)            => error! The provided expression refers to an attribute that does not exist in the item
        SET e = if_not_exists(gone, gone2)       => error! The provided expression refers to an attribute that does not exist in the item
        SET e = a + :n                           => error! An operand in the update expression has an incorrect data type
        SET e = :n - b                           => error! An operand in the update expression has an incorrect data type
        SET e = list_append(a, :l)               => error! An operand in the update expression has an incorrect data type
        SET e = list_append(ns, if_not_exists(f, :l)) => error! An operand in the update expression has an incorrect data type
        SET e = if_not_exists(a, :n) + :n        => error! An operand in the update expression has an incorrect data type
        DELETE ns :a                             => error! An operand in the update expression has an incorrect data type
        DELETE b :ns                             => error! An operand in the update expression has an incorrect data type
        DELETE b.a :ns                           => error! An operand in the update expression has an incorrect data type
        DELETE b.a :bs                           => error! An operand in the update expression has an incorrect data type
        DELETE n :ns                             => error! An operand in the update expression has an incorrect data type
        ADD b :ns                                => error! An operand in the update expression has an incorrect data type
        ADD ns :n                                => error! An operand in the update expression has an incorrect data type
        ADD a :n                                 => error! An operand in the update expression has an incorrect data type
        SET most = most + :tenth                 => error! Attempting to store more than 38 significant digits in a Number
        ADD most :tenth                          => error! Attempting to store more than 38 significant digits in a Number
        SET e = :big + :big                      => error! Number overflow. Attempting to store a number with magnitude larger than supported range

        // There is no place for the value
        SET a.x = :a, #1 = :a                    => error! The document path provided in the update expression is invalid for update
        SET a[1] = :a                            => error! The document path provided in the update expression is invalid for update
        SET y.a = :a                             => error! The document path provided in the update expression is invalid for update
        SET y[1] = :a                            => error! The document path provided in the update expression is invalid for update
        SET c[1] = :a                            => error! The document path provided in the update expression is invalid for update
        SET d.#1 = :a                            => error! The document path provided in the update expression is invalid for update
        SET b.x.y = :a                           => error! The document path provided in the update expression is invalid for update
        SET d[5][0] = :a                         => error! The document path provided in the update expression is invalid for update
        REMOVE a.x                               => error! The document path provided in the update expression is invalid for update
        REMOVE a[1]                              => error! The document path provided in the update expression is invalid for update
        REMOVE y.a                               => error! The document path provided in the update expression is invalid for update
        REMOVE y[1]                              => error! The document path provided in the update expression is invalid for update
        REMOVE c[1]                              => error! The document path provided in the update expression is invalid for update
        REMOVE d.#1                              => error! The document path provided in the update expression is invalid for update
        DELETE a.x :a                            => error! The document path provided in the update expression is invalid for update
        DELETE y[1] :a                           => error! The document path provided in the update expression is invalid for update
        DELETE d.#1 :a                           => error! The document path provided in the update expression is invalid for update
        ADD a.x :a                               => error! The document path provided in the update expression is invalid for update
        ADD y.a :a                               => error! The document path provided in the update expression is invalid for update
        ADD c[1] :a                              => error! The document path provided in the update expression is invalid for update
        ADD d.#1 :a                              => error! The document path provided in the update expression is invalid for update
        """";

    public const string Errors = """"
        names: #a=a #b=b #c=c #d=[3]
        values: {":s":"a",":n":1,":bin":{"B":"YQ=="},":yes":false,":nil":null,":ss":{"SS":["a"]},":ns":{"NS":["1"]},":bs":{"BS":["YQ=="]},":m":{},":l":[]}

        // Syntax
        whatever                                 => error: Syntax error; token: "whatever", near: "whatever"
        set                                      => error: Syntax error; token: "<EOF>", near: "set"
        set a                                    => error: Syntax error; token: "<EOF>", near: "a"
        set a =                                  => error: Syntax error; token: "<EOF>", near: "="
        set a = :s,                              => error: Syntax error; token: "<EOF>", near: ","
        set a = :s, set b = :s                   => error: Syntax error; token: "set", near: ", set b"
        set a = :s b = :s                        => error: Syntax error; token: "b", near: ":s b ="
        add a                                    => error: Syntax error; token: "<EOF>", near: "a"
        delete a                                 => error: Syntax error; token: "<EOF>", near: "a"
        set a=set                                => error: Syntax error; token: "set", near: "=set"
        remove a = b                             => error: Syntax error; token: "=", near: "a = b"
        add a = b                                => error: Syntax error; token: "=", near: "a = b"
        delete a = b                             => error: Syntax error; token: "=", near: "a = b"
        delete a b                               => error: Syntax error; token: "b", near: "a b"
        delete a if_not_exist(b)                 => error: Syntax error; token: "if_not_exist", near: "a if_not_exist("
        add a (:n)                               => error: Syntax error; token: "(", near: "a (:n"
        add a if_not_exist(b)                    => error: Syntax error; token: "if_not_exist", near: "a if_not_exist("
        remove a b                               => error: Syntax error; token: "b", near: "a b"
        remove a,                                => error: Syntax error; token: "<EOF>", near: ","
        remove (a)                               => error: Syntax error; token: "(", near: "remove (a"
        set a b                                  => error: Syntax error; token: "b", near: "a b"
        set :s = b                               => error: Syntax error; token: ":s", near: "set :s ="
        add :s b                                 => error: Syntax error; token: ":s", near: "add :s b"
        delete :s b                              => error: Syntax error; token: ":s", near: "delete :s b"
        remove :s                                => error: Syntax error; token: ":s", near: "remove :s"
        set a = b / c                            => error: Syntax error; token: "/", near: "b / c"
        set a = b * c                            => error: Syntax error; token: "*", near: "b * c"
        set a[1] = "eight"                       => error: Syntax error; token: """, near: "= "eight"
        set a[1] = 1                             => error: Syntax error; token: "1", near: "= 1"
        SET a = if_not_exist(a, 100)             => error: Syntax error; token: "100", near: ", 100)"
        SET if_not_exist(a, b) = a               => error: Syntax error; token: "(", near: "if_not_exist(a"
        set (a = (b + c))                        => error: Syntax error; token: "(", near: "set (a"
        set a = (b.c).d + e                      => error: Syntax error; token: ".", near: ").d"
        set a = (b.c)[0] + e                     => error: Syntax error; token: "[", near: ")[0"
        set a = b + c + d                        => error: Syntax error; token: "+", near: "c + d"
        set a = (b + c) + d                      => error: Syntax error; token: "+", near: ") + d"
        set a = b + (c + d)                      => error: Syntax error; token: "+", near: "c + d"
        set a = (b                               => error: Syntax error; token: "<EOF>", near: "b"
        set a = b = c                            => error: Syntax error; token: "=", near: "b = c"
        set a = b and c                          => error: Syntax error; token: "and", near: "b and c"
        insert a = b                             => error: Syntax error; token: "insert", near: "insert a"
        set a.b..c = :s                          => error: Syntax error; token: ".", near: "..c"
        set a[b] = :s                            => error: Syntax error; token: "b", near: "[b]"
        set _a = :s                              => error: Syntax error; token: "_", near: "set _a"
        set a = ((b))                            => error: The expression has redundant parentheses;
        set a = list_append(((b)), :l)           => error: The expression has redundant parentheses;

        // Names, functions and sections
        set #c = :c set abOrt = b                => error: Attribute name is a reserved keyword; reserved keyword: abOrt
        remove Absolute                          => error: Attribute name is a reserved keyword; reserved keyword: Absolute
        set a = b.Name                           => error: Attribute name is a reserved keyword; reserved keyword: Name
        set a[2147483648] = :s                   => error: List index is not within the allowable range; index: [2147483648]
        set #c = if_not_exist(:c) set c = d      => error: Invalid function name; function: if_not_exist
        set a = IF_NOT_EXISTS(a, :n)             => error: Invalid function name; function: IF_NOT_EXISTS
        set a = size(b)                          => error: The function is not allowed in an update expression; function: size
        set a = attribute_exists(b)              => error: The function is not allowed in an update expression; function: attribute_exists
        set a = #c set c = :d                    => error: The "SET" section can only be used once in an update expression;
        remove #d set a = b remove e             => error: The "REMOVE" section can only be used once in an update expression;
        add #d :e set a = b add e :f             => error: The "ADD" section can only be used once in an update expression;
        delete #d :e set a = b delete #e :f      => error: The "DELETE" section can only be used once in an update expression;

        // Undefined placeholders
        SET #x = if_not_exists(:c)               => error: An expression attribute name used in the document path is not defined; attribute name: #x
        SET a = :x, b = #x                       => error: An expression attribute name used in the document path is not defined; attribute name: #x
        REMOVE a.#x                              => error: An expression attribute name used in the document path is not defined; attribute name: #x
        SET #a = if_not_exists(:c)               => error: An expression attribute value used in expression is not defined; attribute value: :c
        ADD a :x                                 => error: An expression attribute value used in expression is not defined; attribute value: :x
        SET a = :s, a = :x                       => error: An expression attribute value used in expression is not defined; attribute value: :x

        // Paths among each other
        SET a = :s, #a = :n                      => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]
        SET a = :s REMOVE a.b                    => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]
        SET a.b = :s ADD a :n                    => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]
        set d[1] = a, d.b = a, c[1].a = a, #c = if_not_exists(a) => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c, [1], a], path two: [c]
        set #c[3].#d = a, #c[3] = a              => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c, [3], [3]], path two: [c, [3]]
        set #c[3].#d = a, #c.#d[3] = if_not_exists(a) => error: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [c, [3], [3]], path two: [c, [3], [3]]
        remove a.#c set a[1] = #d                => error: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, c], path two: [a, [1]]

        // Operands of ADD and DELETE
        set b = list_append(:s, a), c = if_not_exists(a) add a.b :s => error: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND
        delete a.b :s                            => error: Incorrect operand type for operator or function; operator: DELETE, operand type: STRING, typeSet: ALLOWED_FOR_DELETE_OPERAND
        add a.b :nil                             => error: Incorrect operand type for operator or function; operator: ADD, operand type: NULL, typeSet: ALLOWED_FOR_ADD_OPERAND
        delete a.b :nil                          => error: Incorrect operand type for operator or function; operator: DELETE, operand type: NULL, typeSet: ALLOWED_FOR_DELETE_OPERAND
        add a.b :yes                             => error: Incorrect operand type for operator or function; operator: ADD, operand type: BOOLEAN, typeSet: ALLOWED_FOR_ADD_OPERAND
        add a.b :bin                             => error: Incorrect operand type for operator or function; operator: ADD, operand type: BINARY, typeSet: ALLOWED_FOR_ADD_OPERAND
        add a.b :m                               => error: Incorrect operand type for operator or function; operator: ADD, operand type: MAP, typeSet: ALLOWED_FOR_ADD_OPERAND
        add a.b :l                               => error: Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND
        delete a.b :l                            => error: Incorrect operand type for operator or function; operator: DELETE, operand type: LIST, typeSet: ALLOWED_FOR_DELETE_OPERAND
        delete a.b :n                            => error: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND

        // Operands of functions and sums
        set a = if_not_exists(c)                 => error: Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1
        set a = list_append(c)                   => error: Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1
        set a = list_append(c, b, :l)            => error: Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 3
        set a = if_not_exists(:s, c)             => error: Operator or function requires a document path; operator or function: if_not_exists
        set a = if_not_exists(if_not_exists(a, b), c) => error: Operator or function requires a document path; operator or function: if_not_exists
        set a = if_not_exists(b, #b)             => error: The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [b]
        set a = list_append(:s, a)               => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: S
        set a = list_append(a, :n)               => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: N
        set a = list_append(:bin, a)             => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: B
        set a = list_append(:yes, a)             => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: BOOL
        set a = list_append(:nil, a)             => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: NULL
        set a = list_append(:ss, a)              => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: SS
        set a = list_append(:ns, a)              => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: NS
        set a = list_append(:bs, a)              => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: BS
        set a = list_append(:m, a)               => error: Incorrect operand type for operator or function; operator or function: list_append, operand type: M
        set a = a + :s                           => error: Incorrect operand type for operator or function; operator or function: +, operand type: S
        set a = :s + :bin                        => error: Incorrect operand type for operator or function; operator or function: +, operand type: S
        set a = :bin + a                         => error: Incorrect operand type for operator or function; operator or function: +, operand type: B
        set a = a + :yes                         => error: Incorrect operand type for operator or function; operator or function: +, operand type: BOOL
        set a = a + :nil                         => error: Incorrect operand type for operator or function; operator or function: +, operand type: NULL
        set a = a + :ss                          => error: Incorrect operand type for operator or function; operator or function: +, operand type: SS
        set a = a + :m                           => error: Incorrect operand type for operator or function; operator or function: +, operand type: M
        set a = a - :l                           => error: Incorrect operand type for operator or function; operator or function: -, operand type: L
        set a = :s - :bin                        => error: Incorrect operand type for operator or function; operator or function: -, operand type: S
        set a = a - :ns                          => error: Incorrect operand type for operator or function; operator or function: -, operand type: NS
        """";
}
