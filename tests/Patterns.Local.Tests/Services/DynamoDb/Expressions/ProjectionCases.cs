namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

internal static class ProjectionCases
{
    public const string Results = """"
        names: #b=b #n=name #d=x.y #c=c #z=0
        item: {"a":"s","b":{"a":"a","b":"b","c":"c"},"c":["a","b","c"],"d":{"e":{"f":1,"g":[{"h":1,"i":2},{"h":3}]}},"name":"Ana","x.y":1,"e":[],"m":{},"nil":null}

        a                        => {"a":"s"}
        a, nil                   => {"a":"s","nil":null}
        a,b                      => {"a":"s","b":{"a":"a","b":"b","c":"c"}}
        gone                     => {}
        a, gone                  => {"a":"s"}
        #n                       => {"name":"Ana"}
        #d                       => {"x.y":1}
        b.a                      => {"b":{"a":"a"}}
        b.c, b.a                 => {"b":{"c":"c","a":"a"}}
        b.gone                   => {}
        b.gone, b.a              => {"b":{"a":"a"}}
        #b.#c                    => {"b":{"c":"c"}}
        a.x                      => {}
        c[0]                     => {"c":["a"]}
        c[2],c[0]                => {"c":["a","c"]}
        c[9]                     => {}
        c[1],c[9]                => {"c":["b"]}
        c.x                      => {}
        b[0]                     => {}
        b.#z                     => {}
        c[0].a                   => {}
        b.c,c[2],b.b,c[1],c[0].a => {"b":{"b":"b","c":"c"},"c":["b","c"]}
        #b.#c,#c[2],#b.#b,#c[1],#c[0][1] => {"b":{"b":"b","c":"c"},"c":["b","c"]}
        d.e.f                    => {"d":{"e":{"f":1}}}
        d.e.g[0].i               => {"d":{"e":{"g":[{"i":2}]}}}
        d.e.g[1].i               => {}
        d.e.g[0].h, d.e.g[1].h   => {"d":{"e":{"g":[{"h":1},{"h":3}]}}}
        d . e . g [ 1 ]          => {"d":{"e":{"g":[{"h":3}]}}}
        e                        => {"e":[]}
        m                        => {"m":{}}
        """";

    public const string Errors = """"
        names: #a=a #b=[3]
        whatever(stuff)          => error: Syntax error; token: "(", near: "whatever(stuff"
        :a                       => error: Syntax error; token: ":a", near: ":a"
        abort,                   => error: Syntax error; token: "<EOF>", near: ","
        a,,b                     => error: Syntax error; token: ",", near: ",,b"
        a..b                     => error: Syntax error; token: ".", near: "..b"
        a[b]                     => error: Syntax error; token: "b", near: "[b]"
        (a.b).c                  => error: Syntax error; token: "(", near: "(a"
        (a)                      => error: Syntax error; token: "(", near: "(a"
        (a,b)                    => error: Syntax error; token: "(", near: "(a"
        a-b                      => error: Syntax error; token: "-", near: "a-b"
        a b                      => error: Syntax error; token: "b", near: "a b"
        *                        => error: Syntax error; token: "*", near: "*"
        !!                       => error: Syntax error; token: "!", near: "!!"
        a.                       => error: Syntax error; token: "<EOF>", near: "."
        a[                       => error: Syntax error; token: "<EOF>", near: "["
        a[0                      => error: Syntax error; token: "<EOF>", near: "0"
        a.abORt                  => error: Attribute name is a reserved keyword; reserved keyword: abORt
        #a,ABSoLUTE              => error: Attribute name is a reserved keyword; reserved keyword: ABSoLUTE
        a[4294967295]            => error: List index is not within the allowable range; index: [4294967295]
        a,b,a,#x                 => error: An expression attribute name used in the document path is not defined; attribute name: #x
        b[1], b.a, #a.b, a       => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]
        a, #a[1]                 => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, [1]]
        a, a                     => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]
        a[0].b, a[0]             => error: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, [0], b], path two: [a, [0]]
        a.b, #a[1], #b           => error: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]
        a.b[1], #a[1], #b        => error: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b, [1]], path two: [a, [1]]
        a[3].b, #a.#b.b          => error: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, [3], b], path two: [a, [3], b]
        """";
}
