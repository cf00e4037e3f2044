using System.Text;
using Patterns.Http;
using Patterns.Proxy;
using Patterns.Translation;

namespace Patterns.ApiProxy.Tests.Proxy;

public sealed class ApiProxyHandlerTests
{
    [Fact]
    public void A_JSON_request_becomes_a_SOAP_call_and_its_reply_JSON()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        var reply = rig.Post();

        Assert.Equal((200, """{"price":12.50}""", "application/json"), (reply.Status, reply.Body, reply.Headers["content-type"]));
        var call = Assert.Single(rig.Backend.Calls);
        Assert.Equal(("POST", "http://legacy.internal:8080/services/stock.asmx"), (call.Method, call.Address));
        Assert.Contains("<symbol>ACME</symbol>", call.Body);
        Assert.Equal("Content-Length: 261\nContent-Type: text/xml; charset=utf-8\nSOAPAction: \"urn:stock#GetQuote\"", call.Headers);
    }

    [Fact]
    public void Events_of_REST_APIs_are_taken_as_well()
    {
        ApiRequest? seen = null;
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(204, contentType: null)), other: request =>
        {
            seen = request;
            return new BackendCall(HttpMethod.Put, "a");
        });

        var reply = rig.Ask(ApiEvents.RestApi("PUT", "/x", [1, 255], "application/octet-stream"));

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal((ApiFormat.RestApi, "/x", "de,en", "p"), (seen!.Format, seen.Path, seen.Header("accept-language"), seen.Principal));
        Assert.Equal([1, 255], seen.Body.ToArray());
        Assert.Equal(["1", "2"], seen.Query.Select(pair => pair.Value));
    }

    [Fact]
    public async Task What_is_no_request_is_not_answered()
    {
        var proxy = new QuoteProxy(new ApiProxyOptions { Backend = new Uri("http://x"), Transport = FakeBackend.Stalled() });

        await Assert.ThrowsAsync<UnknownEventException>(() => proxy.FunctionHandler(new MemoryStream("""{"Records":[]}"""u8.ToArray()), new FakeLambdaContext()));
        await Assert.ThrowsAsync<UnknownEventException>(() => proxy.FunctionHandler(new MemoryStream("hello"u8.ToArray()), new FakeLambdaContext()));
    }

    [Theory]
    [InlineData("""{"symbol":5}""", 400, "malformed", "$.symbol: must be a text, but is a number.")]
    [InlineData("""{"symbol":"ACME","x":1}""", 400, "malformed", "$.x: is not declared.")]
    [InlineData("""{"symbol":""", 400, "malformed", "$: is not JSON (line 1, byte 11).")]
    [InlineData("""{"symbol":"a","symbol":"b"}""", 400, "malformed", "$: has a member twice.")]
    [InlineData("", 400, "malformed", "$: is not JSON (line 1, byte 1).")]
    public void A_request_that_cannot_be_translated_is_refused_with_its_place(string body, int status, string type, string detail)
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        var reply = rig.Post(body: body);

        Assert.Equal((status, type, detail, "application/problem+json"), (reply.Status, reply.Type, reply.Problem("detail"), reply.Headers["content-type"]));
        Assert.Empty(rig.Backend.Calls);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("")]
    public void A_request_of_another_type_is_refused(string type)
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        var reply = rig.Ask(ApiEvents.HttpApi("POST", "/quotes", "{}", new() { ["content-type"] = type }));

        Assert.Equal((415, "unsupported-media-type"), (reply.Status, reply.Type));
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void A_request_that_is_too_large_is_refused()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        Assert.Equal(413, rig.Post(body: $$"""{"symbol":"{{new string('x', 7_000_000)}}"}""").Status);
        Assert.Equal(413, rig.Post(body: new string(' ', 11_000_000)).Status);
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void What_there_is_nothing_for_is_404_and_a_mistake_of_the_translation_is_500_without_its_text()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        Assert.Equal(404, rig.Ask(ApiEvents.HttpApi("GET", "/nothing")).Status);
        var reply = rig.Ask(ApiEvents.HttpApi("GET", "/bug"));

        Assert.Equal((500, """{"type":"about:blank","title":"Something went wrong here.","status":500}"""), (reply.Status, reply.Body));
        Assert.Contains(rig.Log.Lines, line => line.EndsWith("InvalidOperationException", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html", "<html>secret</html>")]
    [InlineData("text/xml", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'><price>secret</price>")]
    [InlineData("text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>secret&e;</x>")]
    [InlineData("text/xml", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetQuoteResponse xmlns='urn:stock'><price>1</price><secret/></GetQuoteResponse></s:Body></s:Envelope>")]
    [InlineData("application/json", """{"secret":1}""")]
    [InlineData(null, "secret")]
    public void An_answer_that_is_not_what_is_declared_is_502_and_says_nothing_of_it(string? type, string body)
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200, body, type)));

        var reply = rig.Get();

        Assert.Equal((502, "bad-answer"), (reply.Status, reply.Type));
        Assert.DoesNotContain("secret", reply.Body);
        Assert.DoesNotContain("legacy.internal", reply.Body);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 502)]
    [InlineData(403, 502)]
    [InlineData(404, 404)]
    [InlineData(409, 409)]
    [InlineData(410, 410)]
    [InlineData(412, 412)]
    [InlineData(418, 502)]
    [InlineData(422, 422)]
    [InlineData(301, 502)]
    [InlineData(302, 502)]
    [InlineData(500, 502)]
    [InlineData(501, 502)]
    public void A_backends_status_is_the_clients_only_where_it_concerns_the_client(int status, int expected)
    {
        var rig = new ProxyRig(new FakeBackend(_ =>
        {
            var response = FakeBackend.Reply(status, "secret", "text/plain");
            response.Headers.Location = new Uri("http://legacy.internal/secret");
            return response;
        }));

        var reply = rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a"));

        Assert.Equal(expected, reply.Status);
        Assert.DoesNotContain("secret", reply.Body + string.Concat(reply.Headers));
        Assert.Single(rig.Backend.Calls);
    }

    [Fact]
    public void A_fault_of_the_sender_is_422_with_the_detail_that_is_declared()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Fault("s:Client", "<detail><Unknown xmlns='urn:stock'><symbol>ACME</symbol></Unknown></detail>")));

        var reply = rig.Post();

        Assert.Equal((422, "refused", """{"symbol":"ACME"}"""), (reply.Status, reply.Type, reply.Problem("fault")));
        Assert.DoesNotContain("secret", reply.Body);
    }

    [Fact]
    public void A_fault_of_the_receiver_is_502_and_one_that_is_mapped_what_it_is_mapped_to()
    {
        var rig = new ProxyRig(
            new FakeBackend(_ => ProxyRig.Fault("s:Server.Busy", "<detail><stack>secret</stack></detail>")),
            other: _ => BackendCall.Soap(QuoteProxy.GetQuote, """{"symbol":"x"}"""u8.ToArray()) with
            {
                Fault = fault => fault.Subcode == "Busy" ? Problems.Unavailable(TimeSpan.FromSeconds(2.5)) : null,
            });

        var reply = rig.Get();
        var mapped = rig.Ask(ApiEvents.HttpApi("GET", "/mapped"));

        Assert.Equal((502, "bad-answer"), (reply.Status, reply.Type));
        Assert.DoesNotContain("secret", reply.Body);
        Assert.Equal((503, "3"), (mapped.Status, mapped.Headers["retry-after"]));
    }

    [Fact]
    public void Forms_go_to_the_backend_and_come_from_it()
    {
        var form = new FormMap([new FormField("name", Scalar.Text, "n")]);
        var rig = new ProxyRig(
            new FakeBackend(_ => FakeBackend.Reply(200, "n=b+c", FormMap.ContentType)),
            other: request => BackendCall.Form(HttpMethod.Post, form, request.Json(), "cgi-bin", "x.pl").ReadingForm(form));

        var reply = rig.Ask(ApiEvents.HttpApi("POST", "/form", """{"name":"a&b"}"""));

        Assert.Equal("""{"name":"b c"}""", reply.Body);
        Assert.Equal("n=a%26b", rig.Backend.Calls.Single().Body);
    }

    [Fact]
    public void A_reply_that_is_larger_than_a_function_may_return_is_502_and_counted_as_that()
    {
        using var counted = new CountedStatuses("patterns.proxy.requests", "backend", "too large");
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200, new string('"', 4_000_000), "text/plain")), name: "too large");

        Assert.Equal(502, rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a")).Status);
        Assert.Equal([502], counted.Statuses);
    }

    [Fact]
    public void An_answer_that_is_too_large_or_compressed_is_not_taken()
    {
        var rig = new ProxyRig(new FakeBackend(number =>
        {
            var response = FakeBackend.Reply(200, number == 1 ? new string('x', 7_000_000) : "x", "text/plain");
            if (number > 1)
            {
                response.Content.Headers.ContentEncoding.Add("gzip");
            }

            return response;
        }));

        Assert.Equal(502, rig.Ask(ApiEvents.HttpApi("POST", "/legacy/a")).Status);
        Assert.Equal(502, rig.Ask(ApiEvents.HttpApi("POST", "/legacy/a")).Status);
    }

    [Fact]
    public void Binary_bodies_pass_through()
    {
        var rig = new ProxyRig(new FakeBackend(_ =>
        {
            var response = FakeBackend.Reply(200, "", "image/png");
            response.Content = new ByteArrayContent([0x89, 0xFF, 0x00]);
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "image/png");
            return response;
        }));

        Assert.Equal("\u0089\u00ff\u0000", rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a.png")).Body);
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once()
    {
        var exception = Assert.Throws<OptionsException>(() => new QuoteProxy(new ApiProxyOptions
        {
            Backend = new Uri("ftp://x"),
            Name = "a#b",
            AttemptTimeout = TimeSpan.Zero,
            KeyLease = TimeSpan.FromDays(2),
            Reserve = TimeSpan.FromSeconds(-1),
            MaxAttempts = 0,
            RequestHeaders = ["Host", "X-A\r\n"],
            ReplyHeaders = ["Transfer-Encoding"],
        }));

        Assert.Equal(
            [
                "Backend must be an absolute address of http or https without user, query and fragment.",
                "Name must have 1 to 200 characters without '#', but is 'a#b'.",
                "IntegrationTimeout must be positive, but is 00:00:00.",
                "AttemptTimeout must be positive, but is 00:00:00.",
                "KeyLease must be at least 1 second and less than KeyRetention, but is 2.00:00:00.",
                "Reserve must not be negative, but is -00:00:01.",
                "MaxAttempts must be at least 1, but is 0.",
                "'Host' is no header that can be passed on.",
                "'X-A\r\n' is no header that can be passed on.",
                "'Transfer-Encoding' is no header that can be passed on.",
            ],
            exception.Mistakes);
    }
}
