namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

internal static class ConditionCases
{
    public const string Results = """"
        names: #a=s #n=name #d=has.dot #m=m #sp=a#b #i=0
        item: {"s":"abc","t":"abd","n":5,"neg":-1.5,"big":123456789012345678901234567890,"yes":true,"no":false,"nil":null,"e":"","u":"ü😀","b":{"B":"AQID"},"ss":{"SS":["x","y"]},"ns":{"NS":["1","2.50"]},"bs":{"BS":["AQ==","Ag=="]},"l":["a",1,["deep"],{"k":"v"},true,null],"el":[],"m":{"k":"v","x":{"y":{"z":1}},"l":[10,20,{"q":"r"}],"0":"zero"},"em":{},"name":"Ana","has.dot":"dotted","a#b":"hash"}
        values: {":s":"abc",":t":"abd",":p":"ab",":e":"",":n":5,":n2":5.0,":six":6,":four":4,":z":0,":neg":-1.5,":one":1,":two":2,":three":3,":h":2.5,":yes":true,":no":false,":nil":null,":b":{"B":"AQID"},":bp":{"B":"AQ=="},":b2":{"B":"AgM="},":b9":{"B":"/w=="},":ss":{"SS":["y","x"]},":ss1":{"SS":["x"]},":ns":{"NS":["2.5","1.0"]},":bs":{"BS":["Ag==","AQ=="]},":l":["a",1,["deep"],{"k":"v"},true,null],":el":[],":m":{"k":"v"},":em":{},":x":"x",":a":"a",":v":"v",":deep":["deep"],":S":"S",":N":"N",":B":"B",":SS":"SS",":NS":"NS",":BS":"BS",":M":"M",":L":"L",":BOOL":"BOOL",":NULL":"NULL",":big":123456789012345678901234567890,":zz":"zz",":u":"ü😀",":six2":6}

        // Equality
        s = :s                              => true
        s = :t                              => false
        :s = s                              => true
        :s = :s                             => true
        n = :n                              => true
        n = :n2                             => true
        n = :s                              => false
        s = :n                              => false
        big = :big                          => true
        yes = :yes                          => true
        yes = :no                           => false
        nil = :nil                          => true
        e = :e                              => true
        u = :u                              => true
        b = :b                              => true
        b = :bp                             => false
        ss = :ss                            => true
        ss = :ss1                           => false
        ns = :ns                            => true
        bs = :bs                            => true
        l = :l                              => true
        l = :el                             => false
        el = :el                            => true
        em = :em                            => true
        m = :em                             => false
        gone = :s                        => false
        gone = gone2                  => false
        s = t                               => false
        l[3] = :m                           => true
        s <> :t                             => true
        s <> :s                             => false
        s <> :n                             => true
        n <> :n2                            => false
        gone <> :s                       => true
        ss <> :ss                           => false
        ss <> :ss1                          => true
        l <> :el                            => true

        // Order
        n < :six                            => true
        n < :n                              => false
        n <= :n2                            => true
        n > :four                           => true
        n >= :n                             => true
        n >= :six                           => false
        :six > n                            => true
        neg < :z                            => true
        neg <= :neg                         => true
        s < :t                              => true
        s > :p                              => true
        s >= :s                             => true
        s <= :p                             => false
        e < :p                              => true
        b < :b2                             => true
        b > :bp                             => true
        b9 > :b                             => false
        n < :s                              => false
        n > :s                              => false
        s < :n                              => false
        yes < :n                            => false
        l < :n                              => false
        nil < :n                            => false
        gone < :n                        => false
        gone >= :n                       => false
        u > :zz                             => true

        // BETWEEN
        n BETWEEN :four AND :six            => true
        n between :n and :n2                => true
        n BETWEEN :six AND :six2            => false
        n BETWEEN :z AND :four              => false
        s BETWEEN :p AND :t                 => true
        s BETWEEN :s AND :s                 => true
        s BETWEEN :z AND :four              => false
        b BETWEEN :bp AND :b2               => true
        gone BETWEEN :four AND :six      => false
        yes BETWEEN :four AND :six          => false
        :n BETWEEN :four AND :six           => true
        :n BETWEEN n AND :six               => true
        :one BETWEEN n AND :six             => false
        n BETWEEN neg AND big               => true
        n BETWEEN gone AND :six          => false
        (n) BETWEEN (:four) AND (:six)      => true
        n BETWEEN :four AND :six AND s = :s => true
        n BETWEEN :four AND :six OR s = :t  => true
        NOT n BETWEEN :four AND :six        => false

        // IN
        s IN (:s)                           => true
        s IN (:t, :s)                       => true
        s in (:t,:p)                        => false
        n IN (:s, :n2)                      => true
        n IN (:four, :six)                  => false
        ss IN (:s, :ss)                     => true
        gone IN (:s)                     => false
        s IN (t, gone, :s)               => true
        :s IN (t, e)                        => false
        (s) IN ((:t), (:s))                 => true
        NOT s IN (:t)                       => true
        nil IN (:nil)                       => true
        l IN (:l)                           => true

        // Functions
        attribute_exists(s)                 => true
        attribute_exists(gone)           => false
        attribute_exists(nil)               => true
        attribute_exists(m.k)               => true
        attribute_exists(m.gone)         => false
        attribute_exists(m.x.y.z)           => true
        attribute_exists(s.k)               => false
        attribute_exists(l[0])              => true
        attribute_exists(l[5])              => true
        attribute_exists(l[6])              => false
        attribute_exists(l[2][0])           => true
        attribute_exists(l[2][1])           => false
        attribute_exists(s[0])              => false
        attribute_exists(m[0])              => false
        attribute_exists(m.#i)              => true
        attribute_exists(l.#i)              => false
        attribute_exists(#d)                => true
        attribute_exists(#sp)               => true
        attribute_exists((s))               => true
        attribute_not_exists(s)             => false
        attribute_not_exists(gone)       => true
        attribute_not_exists(m.k.x)         => true
        attribute_type(s, :S)               => true
        attribute_type(s, :N)               => false
        attribute_type(n, :N)               => true
        attribute_type(b, :B)               => true
        attribute_type(ss, :SS)             => true
        attribute_type(ns, :NS)             => true
        attribute_type(bs, :BS)             => true
        attribute_type(l, :L)               => true
        attribute_type(m, :M)               => true
        attribute_type(yes, :BOOL)          => true
        attribute_type(nil, :NULL)          => true
        attribute_type(gone, :S)         => false
        attribute_type(m.l[2], :M)          => true
        begins_with(s, :p)                  => true
        begins_with(s, :s)                  => true
        begins_with(s, :e)                  => true
        begins_with(s, :t)                  => false
        begins_with(b, :bp)                 => true
        begins_with(b, :b2)                 => false
        begins_with(n, :p)                  => false
        begins_with(b, :p)                  => false
        begins_with(gone, :p)            => false
        begins_with(:s, :p)                 => true
        begins_with(:s, s)                  => true
        begins_with(s, gone)             => false
        contains(s, :p)                     => true
        contains(s, :e)                     => true
        contains(s, :t)                     => false
        contains(s, :n)                     => false
        contains(b, :b2)                    => true
        contains(b, :b9)                    => false
        contains(ss, :x)                    => true
        contains(ss, :s)                    => false
        contains(ss, :n)                    => false
        contains(ns, :h)                    => true
        contains(ns, :two)                  => false
        contains(bs, :bp)                   => true
        contains(bs, :b2)                   => false
        contains(l, :a)                     => true
        contains(l, :one)                   => true
        contains(l, :deep)                  => true
        contains(l, :m)                     => true
        contains(l, :yes)                   => true
        contains(l, :nil)                   => true
        contains(l, :v)                     => false
        contains(m, :v)                     => false
        contains(n, :n)                     => false
        contains(gone, :n)               => false
        contains(:s, :p)                    => true
        contains(:l, :a)                    => true
        contains(l, l[0])                   => true
        size(s) = :three                    => true
        size(u) = :three                    => true
        size(e) = :z                        => true
        size(b) = :three                    => true
        size(ss) = :two                     => true
        size(ns) = :two                     => true
        size(l) = :six                      => true
        size(m) = :four                     => true
        size(el) = :z                       => true
        size(n) = :one                      => false
        size(yes) <> :one                   => true
        size(gone) > :z                  => false
        size(s) < size(l)                   => true
        size(s) BETWEEN :two AND :four      => true
        size(s) IN (:one, :three)           => true
        :three >= size(s)                   => true
        (size(s)) = :three                  => true
        ((size(s)) = :three)                => true
        size(m.l[2]) = :one                 => true
        size(:s) = :three                   => true
        attribute_type(m, :M) AND size(m) > :three => true

        // Paths
        m.k = :v                            => true
        m.x.y.z = :one                      => true
        m.l[2].q = :v                       => false
        m.l[0] > :n                         => true
        m . k = :v                          => true
        l [ 0 ] = :a                        => true
        #m.k = :v                           => true
        #m.#i = :s                          => false
        #a = :s                             => true
        #n = :s                             => false
        #d <> :s                            => true
        l[2] = :deep                        => true
        l[2147483647] = :a                  => false

        // Precedence and parentheses
        s = :s AND n = :n                   => true
        s = :s AND n = :six                 => false
        s = :t OR n = :n                    => true
        s = :t OR n = :six                  => false
        NOT s = :s                          => false
        NOT s = :t                          => true
        NOT NOT s = :s                      => true
        NOT s = :t AND n = :n               => true
        NOT (s = :t AND n = :n)             => true
        NOT (s = :s OR n = :six)            => false
        NOT s = :s OR n = :n                => true
        s = :s OR s = :s AND s = :t         => true
        (s = :s OR s = :s) AND s = :t       => false
        s = :t AND s = :s OR s = :s         => true
        s = :t AND (s = :s OR s = :s)       => false
        s = :s AND n = :n AND yes = :yes    => true
        s = :t OR n = :six OR yes = :yes    => true
        s = :s OR s = :t OR NOT s = :s AND NOT s = :t => true
        (s = :s)                            => true
        (s) = (:s)                          => true
        ((s) = (:s))                        => true
        (s = :s) AND (n = :n)               => true
        ((s = :s) AND (n = :n))             => true
        (NOT (s = :t))                      => true
        (attribute_exists(s))               => true
        NOT (attribute_exists(gone))     => true
        s=:s and(n=:n)or(n=:six)            => true
        not(s=:t)                           => true
        s = :s AnD n = :n oR s = :t         => true
        attribute_exists(s) AND NOT contains(s, :zz) AND (n > :four OR gone = :s) => true
        """";

    public const string Errors = """"
        names: #a=a #b=b #x=x #r=name
        values: {":a":"a",":b":"b",":n":1,":m":2,":bin":{"B":"YQ=="},":yes":true,":nil":null,":l":[],":mp":{},":ss":{"SS":["1"]},":ns":{"NS":["1"]},":bs":{"BS":["YQ=="]},":1":"1",":s":"s"}

        // Syntax
        a                                   => error: Syntax error; token: "<EOF>", near: "a"
        a =                                 => error: Syntax error; token: "<EOF>", near: "="
        a = = :a                            => error: Syntax error; token: "=", near: "= = :a"
        = :a                                => error: Syntax error; token: "=", near: "= :a"
        a = :a :b                           => error: Syntax error; token: ":b", near: ":a :b"
        a == :a                             => error: Syntax error; token: "=", near: "== :a"
        a != :a                             => error: Syntax error; token: "!", near: "a !="
        a = 4                               => error: Syntax error; token: "4", near: "= 4"
        a = "x"                             => error: Syntax error; token: """, near: "= "x"
        a = 'x'                             => error: Syntax error; token: "'", near: "= 'x"
        a > -1                              => error: Syntax error; token: "-", near: "> -1"
        things are not gonna be ok          => error: Syntax error; token: "are", near: "things are not"
        (a = :a                             => error: Syntax error; token: "<EOF>", near: ":a"
        a = :a)                             => error: Syntax error; token: ")", near: ":a)"
        ()                                  => error: Syntax error; token: ")", near: "()"
        a = ()                              => error: Syntax error; token: ")", near: "()"
        (                                   => error: Syntax error; token: "<EOF>", near: "("
        (a) AND b = :a                      => error: Syntax error; token: "AND", near: ") AND b"
        (a AND b = :a)                      => error: Syntax error; token: "AND", near: "a AND b"
        (a OR :b)                           => error: Syntax error; token: "OR", near: "a OR :b"
        (NOT a)                             => error: Syntax error; token: ")", near: "a)"
        NOT a                               => error: Syntax error; token: "<EOF>", near: "a"
        NOT                                 => error: Syntax error; token: "<EOF>", near: "NOT"
        a NOT = :a                          => error: Syntax error; token: "NOT", near: "a NOT ="
        AND                                 => error: Syntax error; token: "AND", near: "AND"
        a = :a AND                          => error: Syntax error; token: "<EOF>", near: "AND"
        a = :a OR OR b = :b                 => error: Syntax error; token: "OR", near: "OR OR b"
        (a = :a) = :b                       => error: Syntax error; token: "=", near: ") = :b"
        a = (b = :b)                        => error: Syntax error; token: "=", near: "b = :b"
        a = b = :b                          => error: Syntax error; token: "=", near: "b = :b"
        a in b, :c                          => error: Syntax error; token: "b", near: "in b,"
        a in b                              => error: Syntax error; token: "b", near: "in b"
        a in (b,:a,)                        => error: Syntax error; token: ")", near: ",)"
        a in ()                             => error: Syntax error; token: ")", near: "()"
        a in (:a                            => error: Syntax error; token: "<EOF>", near: ":a"
        a > between                         => error: Syntax error; token: "between", near: "> between"
        a between :a                        => error: Syntax error; token: "<EOF>", near: ":a"
        a between :a or :b                  => error: Syntax error; token: "or", near: ":a or :b"
        a between :a, :b                    => error: Syntax error; token: ",", near: ":a, :b"
        (a)between(b.(c.d))and(c)           => error: Syntax error; token: "(", near: ".(c"
        (a)between(b.c.d)and((c)            => error: Syntax error; token: "<EOF>", near: ")"
        (a)between(b.c[4.5].#d)and(:a)      => error: Syntax error; token: ".", near: "4.5"
        attribute_exists(Pictures-RearView) => error: Syntax error; token: "-", near: "Pictures-RearView"
        attribute_exists(Pictures..RearView) => error: Syntax error; token: ".", near: "..RearView"
        attribute_exists(Pi#ctures.RearView) => error: Syntax error; token: "#ctures", near: "Pi#ctures."
        attribute_exists(asdf[a])           => error: Syntax error; token: "a", near: "[a]"
        attribute_exists(a[])               => error: Syntax error; token: "]", near: "[])"
        attribute_exists(a[01])             => error: Syntax error; token: "1", near: "01]"
        attribute_exists(a[-1])             => error: Syntax error; token: "-", near: "[-1"
        attribute_exists()                  => error: Syntax error; token: ")", near: "()"
        attribute_exists(                   => error: Syntax error; token: "<EOF>", near: "("
        attribute_exists a                  => error: Syntax error; token: "a", near: "attribute_exists a"
        begins_with(a :a)                   => error: Syntax error; token: ":a", near: "a :a)"
        begins_with(a, )                    => error: Syntax error; token: ")", near: ", )"
        #$.b > a                            => error: Syntax error; token: "#", near: "#$"
        # = :a                              => error: Syntax error; token: "#", near: "# ="
        a = :                               => error: Syntax error; token: ":", near: "= :"
        a > :things.stuff                   => error: Syntax error; token: ".", near: ":things.stuff"
        a.:b = :a                           => error: Syntax error; token: ":b", near: ".:b ="
        b[:a] > a                           => error: Syntax error; token: ":a", near: "[:a]"
        b[#_] > a                           => error: Syntax error; token: "#_", near: "[#_]"
        ü > a                               => error: Syntax error; token: "ü", near: "ü >"
        😀 = a                              => error: Syntax error; token: "😀", near: "😀 ="
        _a = :a                             => error: Syntax error; token: "_", near: "_a"
        1a = :a                             => error: Syntax error; token: "1", near: "1a"
        a.1 = :a                            => error: Syntax error; token: "1", near: ".1 ="
        a. = :a                             => error: Syntax error; token: "=", near: ". = :a"
        [0] = :a                            => error: Syntax error; token: "[", near: "[0"
        size(a).b > a                       => error: Syntax error; token: ".", near: ").b"
        (size(a)).b > a                     => error: Syntax error; token: ".", near: ").b"
        size(a)[0] > a                      => error: Syntax error; token: "[", near: ")[0"
        (b.c).d > a                         => error: Syntax error; token: ".", near: ").d"
        size = :a                           => error: Attribute name is a reserved keyword; reserved keyword: size
        set = :a                            => error: Syntax error; token: "set", near: "set ="
        a.add = :a                          => error: Syntax error; token: "add", near: ".add ="
        a = :a; b = :b                      => error: Syntax error; token: ";", near: ":a; b"
        a + b = :a                          => error: Syntax error; token: "+", near: "a + b"
        a = b + :a                          => error: Syntax error; token: "+", near: "b + :a"

        // Redundant parentheses
        ((a = :a))                          => error: The expression has redundant parentheses;
        a=b and a > ((c))                   => error: The expression has redundant parentheses;
        (a)between(((b.c)).d)and(c)         => error: The expression has redundant parentheses;
        a > whatever((:things), ((a)))      => error: The expression has redundant parentheses;
        a=b AND ((a=b AND a=c)) AND a=d     => error: The expression has redundant parentheses;
        a=b OR ((a=b OR (a=c OR a=d)))      => error: The expression has redundant parentheses;
        ((a)) = :a                          => error: The expression has redundant parentheses;
        NOT ((a = :a))                      => error: The expression has redundant parentheses;
        a IN (((:a)))                       => error: The expression has redundant parentheses;
        a BETWEEN ((:a)) AND :b             => error: The expression has redundant parentheses;
        (((((a = :a)))))                    => error: The expression has redundant parentheses;
        ((attribute_exists(a)))             => error: The expression has redundant parentheses;
        ((views)) > :undefined              => error: The expression has redundant parentheses;

        // Functions in the wrong place
        a=b and whatever((:things)) > a     => error: Invalid function name; function: whatever
        attRIbute_exIsts((views), #a)       => error: Invalid function name; function: attRIbute_exIsts
        foo(a)                              => error: Invalid function name; function: foo
        SIZE(a) > :n                        => error: Invalid function name; function: SIZE
        a=b and attribute_exists((views), (#a)) > b => error: The function is not allowed to be used this way in an expression; function: attribute_exists
        attribute_not_exists(things) > b    => error: The function is not allowed to be used this way in an expression; function: attribute_not_exists
        attribute_type(things, :a) > b      => error: The function is not allowed to be used this way in an expression; function: attribute_type
        begins_with(things, a) > b          => error: The function is not allowed to be used this way in an expression; function: begins_with
        contains(:things, c) > b            => error: The function is not allowed to be used this way in an expression; function: contains
        size(contains(a, b)) > a            => error: The function is not allowed to be used this way in an expression; function: contains
        size(things)                        => error: The function is not allowed to be used this way in an expression; function: size
        (size(things))                      => error: The function is not allowed to be used this way in an expression; function: size
        NOT size(things)                    => error: The function is not allowed to be used this way in an expression; function: size
        size(a) AND a = :a                  => error: The function is not allowed to be used this way in an expression; function: size
        a between b and attribute_exists(c) => error: The function is not allowed to be used this way in an expression; function: attribute_exists
        a in (b, attribute_exists(c))       => error: The function is not allowed to be used this way in an expression; function: attribute_exists
        a = if_not_exists(a, :a)            => error: The function is not allowed in a condition expression; function: if_not_exists
        list_append(a, :l)                  => error: The function is not allowed in a condition expression; function: list_append

        // Names
        name = :a                           => error: Attribute name is a reserved keyword; reserved keyword: name
        a.Name.b = :a                       => error: Attribute name is a reserved keyword; reserved keyword: Name
        :undefined < abOrT                  => error: Attribute name is a reserved keyword; reserved keyword: abOrT
        attribute_exists(views, #undefined) => error: Attribute name is a reserved keyword; reserved keyword: views
        attribute_exists(data)              => error: Attribute name is a reserved keyword; reserved keyword: data
        a[2147483648] = :a                  => error: List index is not within the allowable range; index: [2147483648]
        a[99999999999] = :a                 => error: List index is not within the allowable range; index: [99999999999]
        a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f.g = :a => error: The document path has too many nesting levels; nesting levels: 33

        // Undefined placeholders
        attribute_exists(#Pictures.RearView, :a) and a=b => error: An expression attribute name used in the document path is not defined; attribute name: #Pictures
        begins_with(Pictures.#RearView)     => error: An expression attribute name used in the document path is not defined; attribute name: #RearView
        (#P between :lo and :hi) and (#PC in (:cat1, :cat2)) => error: An expression attribute name used in the document path is not defined; attribute name: #P
        #4g > a                             => error: An expression attribute name used in the document path is not defined; attribute name: #4g
        #_ > a                              => error: An expression attribute name used in the document path is not defined; attribute name: #_
        (a)between(b.c[45].#d)and(:a)       => error: An expression attribute name used in the document path is not defined; attribute name: #d
        begins_with(:hello, #undefined, #b) => error: An expression attribute value used in expression is not defined; attribute value: :hello
        :x < :y                             => error: An expression attribute value used in expression is not defined; attribute value: :x
        :_ > a                              => error: An expression attribute value used in expression is not defined; attribute value: :_
        a IN (:a, :c)                       => error: An expression attribute value used in expression is not defined; attribute value: :c

        // Numbers of operands
        attribute_exists(things, a) and a=b => error: Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2
        attribute_not_exists(things, b)     => error: Incorrect number of operands for operator or function; operator or function: attribute_not_exists, number of operands: 2
        attribute_type(things)              => error: Incorrect number of operands for operator or function; operator or function: attribute_type, number of operands: 1
        begins_with(things)                 => error: Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
        begins_with(things, size(a), b)     => error: Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 3
        contains(things)                    => error: Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1
        size(things, a) > b                 => error: Incorrect number of operands for operator or function; operator or function: size, number of operands: 2

        // Types
        attribute_type(a, size(a))          => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
        attribute_type(a, b)                => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}
        attribute_type(a, :n)               => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
        attribute_type(a, :bin)             => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: B
        attribute_type(a, :yes)             => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: BOOL
        attribute_type(a, :nil)             => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: NULL
        attribute_type(a, :l)               => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: L
        attribute_type(a, :mp)              => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: M
        attribute_type(a, :ss)              => error: Incorrect operand type for operator or function; operator or function: attribute_type, operand type: SS
        attribute_type(a, :1)               => error: Invalid attribute type name found; type: 1, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}
        attribute_type(a, :s)               => error: Invalid attribute type name found; type: s, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}
        attribute_type(:a, :a)              => error: Operator or function requires a document path; operator or function: attribute_type
        begins_with(a, size(a))             => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
        begins_with(a, :n)                  => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
        begins_with(a, :yes)                => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: BOOL
        begins_with(a, :nil)                => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: NULL
        begins_with(a, :l)                  => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: L
        begins_with(a, :mp)                 => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: M
        begins_with(a, :bs)                 => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: BS
        begins_with(:ns, a)                 => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: NS
        begins_with(:ss, a)                 => error: Incorrect operand type for operator or function; operator or function: begins_with, operand type: SS
        size(size(a)) > :a                  => error: Incorrect operand type for operator or function; operator or function: size, operand type: N
        attribute_not_exists(size(:n))      => error: Incorrect operand type for operator or function; operator or function: size, operand type: N
        size(:yes) > a                      => error: Incorrect operand type for operator or function; operator or function: size, operand type: BOOL
        size(:nil) > a                      => error: Incorrect operand type for operator or function; operator or function: size, operand type: NULL
        attribute_exists(:a) and a=b        => error: Operator or function requires a document path; operator or function: attribute_exists
        attribute_not_exists(size(:a))      => error: Operator or function requires a document path; operator or function: attribute_not_exists
        a < :yes                            => error: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL
        :l >= a                             => error: Incorrect operand type for operator or function; operator or function: >=, operand type: L
        a BETWEEN :ss AND :ss               => error: Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: SS
        a between :n and :a                 => error: The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:a}
        a between :b and :a                 => error: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}
        a between :m and :n                 => error: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}

        // Operands that are the same path
        a = a AND #a = b AND :views > a     => error: The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
        #a <> a                             => error: The first operand must be distinct from the remaining operands for this operator or function; operator: <>, first operand: [a]
        a > #a                              => error: The first operand must be distinct from the remaining operands for this operator or function; operator: >, first operand: [a]
        ((a=a) OR (a=a))                    => error: The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
        a IN (:a, (a))                      => error: The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [a]
        a BETWEEN :a AND a                  => error: The first operand must be distinct from the remaining operands for this operator or function; operator: BETWEEN, first operand: [a]
        contains(ab.bc[1].a, ab.bc[1].#a)   => error: The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [ab, bc, [1], a]
        attribute_type(ab.bc[1].#a, ab.bc[1].a) => error: The first operand must be distinct from the remaining operands for this operator or function; operator: attribute_type, first operand: [ab, bc, [1], a]
        begins_with(ab.bc[1].a, ab.bc[1].#a) => error: The first operand must be distinct from the remaining operands for this operator or function; operator: begins_with, first operand: [ab, bc, [1], a]
        """";
}
